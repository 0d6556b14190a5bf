-- title: Sources by outlet
-- description: What the articles of each outlet gave.
-- column: meeting_reports: meetings that each article is evidence of, summed over articles
-- column: agreement_reports: agreements that each article is evidence of, summed over articles
-- scans: articles
SELECT
  a.outlet, count(*) AS articles, min(a.published_earliest) AS first, max(a.published_latest) AS last,
  sum((SELECT count(DISTINCT meeting) FROM evidence WHERE article = a.id)) AS meeting_reports,
  sum((SELECT count(DISTINCT agreement) FROM evidence WHERE article = a.id)) AS agreement_reports,
  sum((SELECT count(*) FROM statements WHERE article = a.id)) AS statements
FROM articles AS a
GROUP BY a.outlet
ORDER BY articles DESC, a.outlet;
