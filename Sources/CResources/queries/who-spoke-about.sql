-- title: Who spoke about a topic
-- description: Speakers by the number of their statements that hold these words next to each other.
-- param: words words -- the words, next to each other
SELECT
  e.name AS speaker, e.country, count(*) AS statements, sum(s.kind = 'direct') AS direct,
  min(coalesce(s.earliest, a.published_earliest)) AS first, max(coalesce(s.latest, a.published_latest)) AS last
FROM statements_fts AS f
JOIN statements AS s ON s.id = f.rowid
JOIN articles AS a ON a.id = s.article
JOIN speakers AS p ON p.statement = s.id
JOIN entities AS e ON e.id = p.entity
WHERE statements_fts MATCH '"' || replace(:words, '"', ' ') || '"'
GROUP BY e.id
ORDER BY statements DESC, speaker;
