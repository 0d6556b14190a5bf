-- title: Meetings in a place
-- description: Meetings whose place has these words, newest first.
-- param: place words -- words of the place, such as a city or a palace
-- param: limit integer = 100 -- how many rows at most
SELECT d.date, d.place, d.country, d.principals, d.mode, d.status, d.topics, d.quote, m.key AS meeting
FROM meetings_fts AS f
JOIN meetings AS m ON m.id = f.rowid
JOIN meeting_details AS d ON d.meeting = m.id
WHERE meetings_fts MATCH '"' || replace(:place, '"', ' ') || '"'
ORDER BY m.earliest IS NULL, m.earliest DESC, m.id DESC
LIMIT coalesce(nullif(CAST(:limit AS INTEGER), 0), 100);
