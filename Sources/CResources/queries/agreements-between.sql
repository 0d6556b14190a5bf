-- title: Agreements between two parties
-- description: Agreements with both as parties or signatories, newest first.
-- param: party name -- a name or part of one
-- param: other name -- the other party
WITH who AS (
  SELECT DISTINCT n.entity
  FROM names_fts AS f JOIN names AS n ON n.id = f.rowid
  WHERE names_fts MATCH '"' || replace(:party, '"', ' ') || '"'
), others AS (
  SELECT DISTINCT n.entity
  FROM names_fts AS f JOIN names AS n ON n.id = f.rowid
  WHERE names_fts MATCH '"' || replace(:other, '"', ' ') || '"'
)
SELECT d.date, d.title, d.kind, d.status, d.count, d.parties, d.signatories, d.place, d.quote, g.key AS agreement
FROM agreements AS g JOIN agreement_details AS d ON d.agreement = g.id
WHERE g.id IN (SELECT p.agreement FROM who JOIN parties AS p ON p.entity = who.entity)
  AND g.id IN (SELECT p.agreement FROM others JOIN parties AS p ON p.entity = others.entity)
ORDER BY g.earliest IS NULL, g.earliest DESC, g.id;
