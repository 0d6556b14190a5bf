-- title: Timeline
-- description: Everything with a date in a period, in order.
-- param: since date = '' -- the first day, month or year; empty: from the beginning
-- param: until date = '' -- the last day, month or year; empty: to the end
-- param: limit integer = 100 -- how many rows at most
WITH chosen AS (
  SELECT earliest, latest, 'agreement' AS what, id FROM agreements
  WHERE earliest <= coalesce(nullif(:until, ''), '9999') || '-99' AND latest >= :since
  UNION ALL
  SELECT earliest, latest, 'meeting' AS what, id FROM meetings
  WHERE earliest <= coalesce(nullif(:until, ''), '9999') || '-99' AND latest >= :since
  UNION ALL
  SELECT earliest, latest, 'statement' AS what, id FROM statements
  WHERE earliest <= coalesce(nullif(:until, ''), '9999') || '-99' AND latest >= :since
  ORDER BY earliest, latest, what, id
  LIMIT coalesce(nullif(CAST(:limit AS INTEGER), 0), 100)
)
SELECT
  coalesce(m.date, g.date, s.date) AS date, c.what, coalesce(m.status, g.status, s.kind) AS status,
  coalesce(m.principals, g.parties, (SELECT speakers FROM statement_details WHERE statement = s.id)) AS who,
  coalesce(m.place, g.place, s.medium) AS place,
  coalesce(m.quote, g.title, s.text) AS words, c.id
FROM chosen AS c
LEFT JOIN meeting_details AS m ON m.meeting = c.id AND c.what = 'meeting'
LEFT JOIN agreement_details AS g ON g.agreement = c.id AND c.what = 'agreement'
LEFT JOIN statements AS s ON s.id = c.id AND c.what = 'statement'
ORDER BY c.earliest, c.latest, c.what, c.id;
