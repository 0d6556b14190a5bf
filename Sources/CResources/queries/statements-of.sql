-- title: What a person said
-- description: The statements of a person, government or organization, newest first. A statement without a date of its
--   own goes by the day of its article.
-- param: person name -- a name or part of one, with or without marks
-- param: since date = '' -- the first day, month or year; empty: from the beginning
-- param: until date = '' -- the last day, month or year; empty: to the end
WITH who AS (
  SELECT DISTINCT n.entity
  FROM names_fts AS f JOIN names AS n ON n.id = f.rowid
  WHERE names_fts MATCH '"' || replace(:person, '"', ' ') || '"'
)
SELECT
  coalesce(s.date, a.published) AS date, e.name AS speaker, p.role, s.kind, s.text, s.medium, a.outlet,
  coalesce(a.url, a.source) AS source, s.start, s.length
FROM who JOIN speakers AS p ON p.entity = who.entity
JOIN statements AS s ON s.id = p.statement
JOIN articles AS a ON a.id = s.article
JOIN entities AS e ON e.id = p.entity
WHERE coalesce(s.earliest, a.published_earliest, '') <= coalesce(nullif(:until, ''), '9999') || '-99'
  AND coalesce(s.latest, a.published_latest, '9999') >= :since
ORDER BY coalesce(s.earliest, a.published_earliest) DESC, a.id, s.start, s.id;
