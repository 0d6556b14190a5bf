-- title: Statements on a topic
-- description: Statements that hold these words next to each other, the best match first.
-- param: words words -- the words, next to each other; marks and case do not matter
-- param: limit integer = 100 -- how many rows at most
SELECT
  coalesce(d.date, d.published) AS date, d.speakers, d.text, d.kind, d.medium, d.outlet, d.article_title,
  s.start, s.length
FROM statements_fts AS f
JOIN statements AS s ON s.id = f.rowid
JOIN statement_details AS d ON d.statement = s.id
WHERE statements_fts MATCH '"' || replace(:words, '"', ' ') || '"'
ORDER BY f.rank, s.id
LIMIT coalesce(nullif(CAST(:limit AS INTEGER), 0), 100);
