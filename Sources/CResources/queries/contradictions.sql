-- title: Contradictions between articles
-- description: Meetings and agreements of which articles report different dates, places or other facts; chosen is the
--   value that the row has.
-- scans: contradictions
SELECT
  c.field, c.value, c.articles, c.chosen, coalesce(d.principals, g.title) AS what,
  coalesce(d.date, g.date) AS date, coalesce(m.key, g.key) AS id
FROM contradictions AS c
LEFT JOIN meetings AS m ON m.id = c.meeting
LEFT JOIN meeting_details AS d ON d.meeting = c.meeting
LEFT JOIN agreements AS g ON g.id = c.agreement
ORDER BY c.meeting, c.agreement, c.field, c.chosen DESC, c.articles DESC, c.value;
