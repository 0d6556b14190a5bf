-- title: Most active pairs
-- description: The pairs that met most often in a period, of meetings held that have a date.
-- param: since date = '' -- the first day, month or year; empty: from the beginning
-- param: until date = '' -- the last day, month or year; empty: to the end
-- param: limit integer = 20 -- how many rows at most
SELECT
  a.name AS person, b.name AS met, count(*) AS meetings, min(m.earliest) AS first, max(m.latest) AS last
FROM meetings AS m
CROSS JOIN participants AS p ON p.meeting = m.id AND p.capacity = 'principal'
CROSS JOIN participants AS q ON q.meeting = m.id AND q.capacity = 'principal' AND q.entity > p.entity
CROSS JOIN entities AS a ON a.id = p.entity
CROSS JOIN entities AS b ON b.id = q.entity
WHERE m.status = 'held' AND m.earliest <= coalesce(nullif(:until, ''), '9999') || '-99' AND m.latest >= :since
GROUP BY p.entity, q.entity
ORDER BY meetings DESC, last DESC, person, met
LIMIT coalesce(nullif(CAST(:limit AS INTEGER), 0), 20);
