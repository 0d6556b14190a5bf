-- title: Agreements by the words of their title
-- description: Agreements whose title has these words, newest first.
-- param: words words -- words of the title, next to each other
SELECT d.date, d.title, d.kind, d.status, d.count, d.parties, d.signatories, d.place, d.quote, g.key AS agreement
FROM agreements_fts AS f
JOIN agreements AS g ON g.id = f.rowid
JOIN agreement_details AS d ON d.agreement = g.id
WHERE agreements_fts MATCH '"' || replace(:words, '"', ' ') || '"'
ORDER BY g.earliest IS NULL, g.earliest DESC, g.id;
