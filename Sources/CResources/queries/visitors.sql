-- title: Visitors of a country
-- description: Principals of other countries who had meetings in a country.
-- param: country country -- ISO 3166-1 alpha-2 code
-- param: since date = '' -- the first day, month or year; empty: from the beginning
-- param: until date = '' -- the last day, month or year; empty: to the end
SELECT
  m.date, e.name AS visitor, p.role, p.country AS visitor_country, m.place, (SELECT group_concat(name, '; ') FROM (
    SELECT o.name FROM participants AS q JOIN entities AS o ON o.id = q.entity
    WHERE q.meeting = m.id AND q.capacity = 'principal' AND q.entity <> p.entity ORDER BY o.name)) AS principals,
  m.status, m.key AS meeting
FROM meetings AS m
JOIN participants AS p ON p.meeting = m.id AND p.capacity = 'principal' AND p.country <> m.country
JOIN entities AS e ON e.id = p.entity
WHERE m.country = upper(:country) AND m.mode = 'in_person'
  AND m.earliest <= coalesce(nullif(:until, ''), '9999') || '-99' AND m.latest >= :since
ORDER BY m.earliest DESC, m.id DESC, visitor;
