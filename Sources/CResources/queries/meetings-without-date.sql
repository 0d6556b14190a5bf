-- title: Meetings without a date
-- description: Meetings that no article dates, for a look at the source.
-- param: limit integer = 100 -- how many rows at most
SELECT
  d.principals, d.place, d.mode, d.status, d.quote, m.key AS meeting, a.key AS article,
  coalesce(a.url, a.source) AS source
FROM meetings AS m
JOIN meeting_details AS d ON d.meeting = m.id
LEFT JOIN articles AS a ON a.id = (SELECT article FROM evidence WHERE meeting = m.id ORDER BY article LIMIT 1)
WHERE m.earliest IS NULL
ORDER BY m.id
LIMIT coalesce(nullif(CAST(:limit AS INTEGER), 0), 100);
