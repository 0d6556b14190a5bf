-- title: What an article gave
-- description: Meetings, agreements and statements of one article in the order of its text, with the very words.
-- param: article text -- the article's key (a and 12 hex digits), or the id that the input gave it
-- column: start: where the words begin in the article
WITH chosen AS (
  SELECT id FROM articles WHERE key = :article
  UNION SELECT id FROM articles WHERE record_id = :article
)
SELECT 'meeting' AS what, m.key AS id, d.principals AS who, d.date, e.quote AS words, e.start, e.length
FROM chosen JOIN evidence AS e ON e.article = chosen.id
JOIN meetings AS m ON m.id = e.meeting JOIN meeting_details AS d ON d.meeting = m.id
UNION ALL
SELECT 'agreement', g.key, d.parties, d.date, e.quote, e.start, e.length
FROM chosen JOIN evidence AS e ON e.article = chosen.id
JOIN agreements AS g ON g.id = e.agreement JOIN agreement_details AS d ON d.agreement = g.id
UNION ALL
SELECT 'statement', s.key, d.speakers, s.date, s.text, s.start, s.length
FROM chosen JOIN statements AS s ON s.article = chosen.id
JOIN statement_details AS d ON d.statement = s.id
ORDER BY start, what, id;
