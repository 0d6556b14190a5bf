-- title: Roles of a person
-- description: In which roles articles report a person, from when to when.
-- param: person name -- a name or part of one, with or without marks
WITH who AS (
  SELECT DISTINCT n.entity
  FROM names_fts AS f JOIN names AS n ON n.id = f.rowid
  WHERE names_fts MATCH '"' || replace(:person, '"', ' ') || '"'
), reported AS (
  SELECT p.entity, p.role, p.country, m.earliest, m.latest
  FROM who JOIN participants AS p ON p.entity = who.entity JOIN meetings AS m ON m.id = p.meeting
  UNION ALL
  SELECT p.entity, p.role, p.country, g.earliest, g.latest
  FROM who JOIN parties AS p ON p.entity = who.entity JOIN agreements AS g ON g.id = p.agreement
  UNION ALL
  SELECT p.entity, p.role, p.country, coalesce(s.earliest, a.published_earliest), coalesce(s.latest, a.published_latest)
  FROM who JOIN speakers AS p ON p.entity = who.entity
  JOIN statements AS s ON s.id = p.statement JOIN articles AS a ON a.id = s.article
)
SELECT
  e.name AS person, r.role, r.country, min(r.earliest) AS first, max(r.latest) AS last, count(*) AS reports
FROM reported AS r JOIN entities AS e ON e.id = r.entity
WHERE r.role IS NOT NULL
GROUP BY r.entity, r.role, r.country
ORDER BY person, first, last, r.role;
