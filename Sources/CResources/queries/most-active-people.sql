-- title: Most active people
-- description: Who took part in most meetings held in a period, and how many of these abroad.
-- param: since date = '' -- the first day, month or year; empty: from the beginning
-- param: until date = '' -- the last day, month or year; empty: to the end
-- param: limit integer = 20 -- how many rows at most
SELECT
  e.name AS person, e.country, count(*) AS meetings, sum(m.country <> e.country) AS abroad,
  min(m.earliest) AS first, max(m.latest) AS last
FROM meetings AS m
CROSS JOIN participants AS p ON p.meeting = m.id AND p.capacity = 'principal'
CROSS JOIN entities AS e ON e.id = p.entity AND e.kind = 'person'
WHERE m.status = 'held' AND m.earliest <= coalesce(nullif(:until, ''), '9999') || '-99' AND m.latest >= :since
GROUP BY e.id
ORDER BY meetings DESC, last DESC, person
LIMIT coalesce(nullif(CAST(:limit AS INTEGER), 0), 20);
