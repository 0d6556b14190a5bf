-- title: Who met whom
-- description: Each pair of principals that met, or is to meet, with date, place and the words that say so.
--   Meetings without a date are in meetings-without-date.
-- param: since date = '' -- the first day, month or year; empty: from the beginning
-- param: until date = '' -- the last day, month or year; empty: to the end
-- param: limit integer = 100 -- how many rows at most
SELECT
  m.date, a.name AS person, p.role AS person_role, b.name AS met, q.role AS met_role, m.place, m.mode, m.status,
  e.quote, r.key AS article, coalesce(r.url, r.source) AS source
FROM meetings AS m
CROSS JOIN participants AS p ON p.meeting = m.id AND p.capacity = 'principal'
JOIN participants AS q ON q.meeting = m.id AND q.capacity = 'principal' AND q.entity <> p.entity
JOIN entities AS a ON a.id = p.entity
JOIN entities AS b ON b.id = q.entity
LEFT JOIN evidence AS e ON e.id = (SELECT id FROM evidence WHERE meeting = m.id ORDER BY article, start, id LIMIT 1)
LEFT JOIN articles AS r ON r.id = e.article
WHERE (a.name, a.id) < (b.name, b.id) AND m.earliest <= coalesce(nullif(:until, ''), '9999') || '-99' AND m.latest >= :since
ORDER BY m.earliest DESC, m.latest DESC, m.id DESC, person, met
LIMIT coalesce(nullif(CAST(:limit AS INTEGER), 0), 100);
