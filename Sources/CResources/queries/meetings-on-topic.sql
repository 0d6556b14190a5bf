-- title: Meetings on a topic
-- description: Meetings that had a topic with these words, newest first.
-- param: topic words -- words of the topic, next to each other
-- param: limit integer = 100 -- how many rows at most
SELECT d.date, d.principals, d.topics, d.place, d.mode, d.status, d.quote, m.key AS meeting
FROM meetings AS m JOIN meeting_details AS d ON d.meeting = m.id
WHERE m.id IN (
  SELECT t.meeting FROM topics_fts AS f JOIN topics AS t ON t.id = f.rowid
  WHERE topics_fts MATCH '"' || replace(:topic, '"', ' ') || '"')
ORDER BY m.earliest IS NULL, m.earliest DESC, m.id DESC
LIMIT coalesce(nullif(CAST(:limit AS INTEGER), 0), 100);
