-- title: Meetings between two countries
-- description: Meetings with principals of both countries, newest first.
-- param: country country -- ISO 3166-1 alpha-2 code, or EU
-- param: other country -- the other country's code
SELECT d.date, d.principals, d.place, d.mode, d.status, d.topics, d.articles, d.quote, m.key AS meeting
FROM meetings AS m JOIN meeting_details AS d ON d.meeting = m.id
WHERE m.id IN (SELECT meeting FROM participants WHERE country = upper(:country) AND capacity = 'principal')
  AND EXISTS (SELECT 1 FROM participants AS q
    WHERE q.meeting = m.id AND q.country = upper(:other) AND q.capacity = 'principal')
ORDER BY m.earliest IS NULL, m.earliest DESC, m.id DESC;
