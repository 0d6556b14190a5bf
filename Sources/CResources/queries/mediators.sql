-- title: Mediators
-- description: Who hosted or mediated talks between others in a period.
-- param: since date = '' -- the first day, month or year; empty: from the beginning
-- param: until date = '' -- the last day, month or year; empty: to the end
SELECT
  e.name AS mediator, e.country, d.date, d.principals, d.place, d.status, d.quote, m.key AS meeting
FROM meetings AS m
CROSS JOIN participants AS p ON p.meeting = m.id AND p.capacity = 'mediator'
JOIN entities AS e ON e.id = p.entity
JOIN meeting_details AS d ON d.meeting = m.id
WHERE m.earliest <= coalesce(nullif(:until, ''), '9999') || '-99' AND m.latest >= :since
ORDER BY m.earliest DESC, m.id DESC, mediator;
