-- title: Calendar of a person
-- description: The meetings of a person, government or organization in order of date, those without a date last.
-- param: person name -- a name or part of one, with or without marks
-- param: since date = '' -- the first day, month or year; empty: from the beginning
-- param: until date = '' -- the last day, month or year; empty: to the end
WITH who AS (
  SELECT DISTINCT n.entity
  FROM names_fts AS f JOIN names AS n ON n.id = f.rowid
  WHERE names_fts MATCH '"' || replace(:person, '"', ' ') || '"'
)
SELECT
  m.date, e.name AS person, p.capacity, p.role, (SELECT group_concat(name, '; ') FROM (
    SELECT o.name FROM participants AS q JOIN entities AS o ON o.id = q.entity
    WHERE q.meeting = m.id AND q.capacity = 'principal' AND q.entity <> p.entity ORDER BY o.name)) AS principals,
  m.place, m.mode, m.status, (SELECT quote FROM evidence WHERE meeting = m.id ORDER BY article, start, id LIMIT 1) AS quote, m.key AS meeting
FROM who JOIN participants AS p ON p.entity = who.entity
JOIN meetings AS m ON m.id = p.meeting
JOIN entities AS e ON e.id = p.entity
WHERE coalesce(m.earliest, '') <= coalesce(nullif(:until, ''), '9999') || '-99'
  AND coalesce(m.latest, '9999') >= :since
ORDER BY m.earliest IS NULL, m.earliest, m.latest, m.id, e.name;
