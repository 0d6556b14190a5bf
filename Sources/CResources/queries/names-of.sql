-- title: Names of a person
-- description: Every name by which articles call those whose name has these words.
-- param: person name -- a name or part of one, with or without marks
WITH who AS (
  SELECT DISTINCT n.entity
  FROM names_fts AS f JOIN names AS n ON n.id = f.rowid
  WHERE names_fts MATCH '"' || replace(:person, '"', ' ') || '"'
)
SELECT e.name AS entity, e.kind, e.country, n.name, n.articles, e.key
FROM who JOIN entities AS e ON e.id = who.entity
JOIN names AS n ON n.entity = e.id
ORDER BY e.name, e.id, n.articles DESC, n.name;
