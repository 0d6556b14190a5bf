-- title: Network of a country
-- description: The countries whose people met those of a country, by the number of meetings held.
-- param: country country -- ISO 3166-1 alpha-2 code, or EU
-- column: people: how many of the other country's people took part
SELECT
  q.country AS met_country, count(DISTINCT m.id) AS meetings, count(DISTINCT q.entity) AS people,
  min(m.earliest) AS first, max(m.latest) AS last
FROM participants AS p
JOIN participants AS q ON q.meeting = p.meeting AND q.capacity = 'principal' AND q.country <> p.country
JOIN meetings AS m ON m.id = p.meeting AND m.status = 'held'
WHERE p.country = upper(:country) AND p.capacity = 'principal'
GROUP BY q.country
ORDER BY meetings DESC, met_country;
