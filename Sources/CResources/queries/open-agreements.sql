-- title: Agreements proposed and not signed
-- description: Agreements spoken of as negotiated or planned, newest first.
-- scans: agreements
SELECT d.date, d.title, d.kind, d.count, d.parties, d.place, d.articles, d.quote, g.key AS agreement
FROM agreements AS g JOIN agreement_details AS d ON d.agreement = g.id
WHERE g.status = 'proposed'
ORDER BY g.earliest IS NULL, g.earliest DESC, g.id;
