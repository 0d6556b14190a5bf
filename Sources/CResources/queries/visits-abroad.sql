-- title: Visits abroad
-- description: Meetings in person that principals of a country had in other countries.
-- param: country country -- ISO 3166-1 alpha-2 code, or EU
-- param: since date = '' -- the first day, month or year; empty: from the beginning
-- param: until date = '' -- the last day, month or year; empty: to the end
SELECT
  m.date, e.name AS person, p.role, m.country AS visited, m.place, (SELECT group_concat(name, '; ') FROM (
    SELECT o.name FROM participants AS q JOIN entities AS o ON o.id = q.entity
    WHERE q.meeting = m.id AND q.capacity = 'principal' AND q.entity <> p.entity ORDER BY o.name)) AS principals, m.status,
  m.key AS meeting
FROM participants AS p
JOIN meetings AS m ON m.id = p.meeting AND m.mode = 'in_person' AND m.country <> p.country
JOIN entities AS e ON e.id = p.entity
WHERE p.country = upper(:country) AND p.capacity = 'principal'
  AND m.earliest <= coalesce(nullif(:until, ''), '9999') || '-99' AND m.latest >= :since
ORDER BY m.earliest DESC, m.id DESC, person;
