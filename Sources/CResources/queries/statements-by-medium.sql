-- title: Statements by medium
-- description: Where statements were made, as far as articles say it.
-- scans: statements
SELECT
  medium, count(*) AS statements, sum(kind = 'direct') AS direct, count(DISTINCT article) AS articles
FROM statements
WHERE medium IS NOT NULL
GROUP BY medium
ORDER BY statements DESC, medium;
