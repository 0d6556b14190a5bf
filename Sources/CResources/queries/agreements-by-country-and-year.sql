-- title: Agreements by country and year
-- description: How many agreements each country was a party to, by the year of their date. One row that stands for
--   several agreements counts as these.
-- scans: parties
SELECT
  p.country, substr(g.earliest, 1, 4) AS year, sum(coalesce(g.count, 1)) AS agreements,
  sum(iif(g.status = 'signed', coalesce(g.count, 1), 0)) AS signed,
  sum(iif(g.status = 'proposed', coalesce(g.count, 1), 0)) AS proposed
FROM (SELECT DISTINCT agreement, country FROM parties WHERE country IS NOT NULL) AS p
JOIN agreements AS g ON g.id = p.agreement
GROUP BY p.country, year
ORDER BY p.country, year;
