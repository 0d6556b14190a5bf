-- title: Meetings by month
-- description: How many meetings each month saw, by status and mode. Meetings that are known to a year only, or span
--   two months, are not counted.
-- param: since date = '' -- the first day, month or year; empty: from the beginning
-- param: until date = '' -- the last day, month or year; empty: to the end
SELECT
  substr(m.earliest, 1, 7) AS month, sum(m.status = 'held') AS held, sum(m.status = 'planned') AS planned,
  sum(m.status = 'cancelled') AS cancelled, sum(m.mode = 'phone') AS by_phone, sum(m.mode = 'video') AS by_video
FROM meetings AS m
WHERE m.earliest <= coalesce(nullif(:until, ''), '9999') || '-99' AND m.latest >= :since
  AND substr(m.earliest, 1, 7) = substr(m.latest, 1, 7)
GROUP BY month
ORDER BY month;
