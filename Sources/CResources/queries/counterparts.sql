-- title: Whom a person met, and how often
-- description: The counterparts of a person in meetings held, the most frequent first.
-- param: person name -- a name or part of one, with or without marks
-- column: meetings: meetings held with both as principals
-- column: first: the earliest day of the first one that has a date
WITH who AS (
  SELECT DISTINCT n.entity
  FROM names_fts AS f JOIN names AS n ON n.id = f.rowid
  WHERE names_fts MATCH '"' || replace(:person, '"', ' ') || '"'
)
SELECT
  e.name AS person, o.name AS met, o.country, count(*) AS meetings, min(m.earliest) AS first,
  max(m.latest) AS last, sum(m.mode <> 'in_person') AS by_phone_or_video
FROM who JOIN participants AS p ON p.entity = who.entity AND p.capacity = 'principal'
JOIN meetings AS m ON m.id = p.meeting AND m.status = 'held'
JOIN participants AS q ON q.meeting = m.id AND q.capacity = 'principal' AND q.entity <> p.entity
JOIN entities AS e ON e.id = p.entity
JOIN entities AS o ON o.id = q.entity
GROUP BY p.entity, q.entity
ORDER BY meetings DESC, last DESC, met, person;
