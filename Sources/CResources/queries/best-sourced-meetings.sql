-- title: Best sourced meetings
-- description: The meetings that most articles tell of.
-- param: limit integer = 20 -- how many rows at most
-- column: articles: articles that are evidence of the meeting
SELECT d.articles, d.date, d.principals, d.place, d.status, m.key AS meeting
FROM (
  SELECT meeting, count(DISTINCT article) AS articles FROM evidence
  WHERE meeting IS NOT NULL GROUP BY meeting
  ORDER BY articles DESC, meeting LIMIT coalesce(nullif(CAST(:limit AS INTEGER), 0), 20)
) AS best
JOIN meetings AS m ON m.id = best.meeting
JOIN meeting_details AS d ON d.meeting = m.id
ORDER BY best.articles DESC, m.id;
