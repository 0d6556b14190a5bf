-- title: Cancelled meetings
-- description: Meetings that were arranged and did not take place, newest first.
SELECT d.date, d.principals, d.place, d.mode, d.topics, d.quote, d.articles, m.key AS meeting
FROM meetings AS m JOIN meeting_details AS d ON d.meeting = m.id
WHERE m.status = 'cancelled' AND m.status <> 'held'
ORDER BY m.earliest IS NULL, m.earliest DESC, m.id;
