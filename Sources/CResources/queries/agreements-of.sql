-- title: Agreements of a party
-- description: Agreements that a government, organization or person is a party to or signed, newest first.
-- param: party name -- a name or part of one
WITH who AS (
  SELECT DISTINCT n.entity
  FROM names_fts AS f JOIN names AS n ON n.id = f.rowid
  WHERE names_fts MATCH '"' || replace(:party, '"', ' ') || '"'
)
SELECT DISTINCT d.date, d.title, d.kind, d.status, d.count, d.parties, d.signatories, d.place, d.quote, g.key AS agreement
FROM who JOIN parties AS p ON p.entity = who.entity
JOIN agreements AS g ON g.id = p.agreement
JOIN agreement_details AS d ON d.agreement = g.id
ORDER BY g.earliest IS NULL, g.earliest DESC, g.id;
