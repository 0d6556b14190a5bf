-- title: Who accompanies a person
-- description: Those told as present at the meetings of a person without being principals.
-- param: person name -- a name or part of one, with or without marks
WITH who AS (
  SELECT DISTINCT n.entity
  FROM names_fts AS f JOIN names AS n ON n.id = f.rowid
  WHERE names_fts MATCH '"' || replace(:person, '"', ' ') || '"'
)
SELECT
  e.name AS person, o.name AS attendee, max(q.role) AS role, o.country, count(*) AS meetings,
  min(m.earliest) AS first, max(m.latest) AS last
FROM who JOIN participants AS p ON p.entity = who.entity AND p.capacity = 'principal'
JOIN participants AS q ON q.meeting = p.meeting AND q.capacity = 'attendee'
JOIN meetings AS m ON m.id = p.meeting
JOIN entities AS e ON e.id = p.entity
JOIN entities AS o ON o.id = q.entity
GROUP BY p.entity, q.entity
ORDER BY meetings DESC, attendee, person;
