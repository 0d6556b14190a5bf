-- title: Articles without finds
-- description: Articles in which no meeting, agreement or statement was read, for a look at what was missed.
-- param: limit integer = 100 -- how many rows at most
-- scans: articles
SELECT a.key AS article, a.published, a.language, a.outlet, a.title, coalesce(a.url, a.source) AS source
FROM articles AS a
WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE article = a.id)
  AND NOT EXISTS (SELECT 1 FROM statements WHERE article = a.id)
ORDER BY a.published_earliest DESC, a.id
LIMIT coalesce(nullif(CAST(:limit AS INTEGER), 0), 100);
