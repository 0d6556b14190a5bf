-- title: Planned meetings
-- description: Meetings announced and not told as held, in order of date, those without a date last.
-- param: since date = '' -- the first day, month or year; empty: all
SELECT d.date, d.principals, d.place, d.mode, d.topics, d.quote, d.articles, m.key AS meeting
FROM meetings AS m JOIN meeting_details AS d ON d.meeting = m.id
WHERE m.status = 'planned' AND m.status <> 'held' AND coalesce(m.latest, '9999') >= :since
ORDER BY m.earliest IS NULL, m.earliest, m.id;
