-- Chancery: what news articles say about diplomacy, in one SQLite file.
--
-- Dates: `date` is EDTF text (ISO 8601-2); `earliest` and `latest` are the ISO days (YYYY-MM-DD) that it spans.
-- Offsets count Unicode code points from 0, so that substr(text, start + 1, length) gives the words.
-- Countries are ISO 3166-1 alpha-2 codes, and EU. Nothing here needs Chancery to be read.

PRAGMA application_id = 1128812099; -- 'CHNC'
PRAGMA user_version = 5;

CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE, -- stable id: 'a' and the first 12 hex digits of sha256 (of the record id, where there is no text)
  sha256 TEXT UNIQUE, -- of the text in UTF-8, lower-case hex; null where the text is not at hand
  record_id TEXT, -- the id that the input gave the article
  source TEXT, -- the path it was read from, with :line for one of many; - for standard input
  url TEXT, -- canonical address
  title TEXT, -- headline
  author TEXT,
  outlet TEXT, -- paper, agency or office
  language TEXT, -- ISO 639-1
  published TEXT, -- EDTF
  published_earliest TEXT,
  published_latest TEXT,
  published_basis TEXT CHECK (published_basis IN ('stated', 'relative', 'inferred')),
  superseded_by INTEGER REFERENCES articles (id) ON DELETE SET NULL, -- a later version from the same url
  same_story_as INTEGER REFERENCES articles (id) ON DELETE SET NULL, -- the article of which this is a near copy
  text TEXT -- null where only the records came, without their article
) STRICT;

CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_by_day ON articles (published_earliest);
CREATE INDEX articles_by_record ON articles (record_id);
CREATE INDEX articles_by_newer ON articles (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX articles_by_story ON articles (same_story_as) WHERE same_story_as IS NOT NULL;

-- By which near copies of an article are found: the smallest hashes of its runs of five words, eight bytes each.
CREATE TABLE sketches (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  sketch BLOB NOT NULL
) STRICT;

-- The very smallest of these hashes; near copies share at least one.
CREATE TABLE story_keys (
  key INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  PRIMARY KEY (key, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_keys_by_article ON story_keys (article);

-- What an article says, as it was extracted or handed in. All that follows is derived from these rows and from
-- the corrections, and can be made again from them.
CREATE TABLE records (
  article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  origin TEXT NOT NULL CHECK (origin IN ('extracted', 'imported')),
  record TEXT NOT NULL -- JSON, as docs/records.md tells
) STRICT;

CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE, -- stable id, derived from content; docs/schema.md tells how
  kind TEXT NOT NULL CHECK (kind IN ('person', 'government', 'organization', 'delegation')),
  name TEXT NOT NULL, -- the fullest form met
  country TEXT
) STRICT;

CREATE INDEX entities_by_country ON entities (country, kind);

-- A name as read in some country (and some role, for a surname alone): what is told apart before any two of them
-- are taken for one. An entity is a set of these.
CREATE TABLE identities (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE, -- stable id, readable: kind:words-of-the-name:country
  kind TEXT NOT NULL CHECK (kind IN ('person', 'government', 'organization', 'delegation')),
  country TEXT,
  roles TEXT NOT NULL, -- classes of office it was reported in, sorted, with commas between
  articles INTEGER NOT NULL, -- how many speak of it
  entity INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX identities_by_entity ON identities (entity);

-- How articles spell an identity.
CREATE TABLE spellings (
  identity INTEGER NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  articles INTEGER NOT NULL, -- how many spell it so
  PRIMARY KEY (identity, name)
) STRICT, WITHOUT ROWID;

-- In which classes of office articles report an identity.
CREATE TABLE identity_roles (
  identity INTEGER NOT NULL REFERENCES identities ON DELETE CASCADE,
  role TEXT NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (identity, role)
) STRICT, WITHOUT ROWID;

-- Where to look for identities that may be the same.
CREATE TABLE identity_keys (
  key TEXT NOT NULL,
  identity INTEGER NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
  PRIMARY KEY (key, identity)
) STRICT, WITHOUT ROWID;

CREATE INDEX identity_keys_by_identity ON identity_keys (identity);

CREATE TABLE names (
  id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  folded TEXT NOT NULL, -- lower case, without marks and punctuation
  articles INTEGER NOT NULL DEFAULT 0, -- how many articles use it
  UNIQUE (entity, name)
) STRICT;

CREATE INDEX names_by_folded ON names (folded);

-- The words of names, for a surname alone.
CREATE VIRTUAL TABLE names_fts USING fts5 (
  folded, content = 'names', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER names_fts_insert AFTER INSERT ON names BEGIN
  INSERT INTO names_fts (rowid, folded) VALUES (new.id, new.folded);
END;

CREATE TRIGGER names_fts_delete AFTER DELETE ON names BEGIN
  INSERT INTO names_fts (names_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
END;

CREATE TRIGGER names_fts_update AFTER UPDATE OF folded ON names BEGIN
  INSERT INTO names_fts (names_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
  INSERT INTO names_fts (rowid, folded) VALUES (new.id, new.folded);
END;

CREATE TABLE meetings (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE, -- stable id, derived from content
  status TEXT NOT NULL CHECK (status IN ('held', 'planned', 'cancelled')),
  mode TEXT NOT NULL CHECK (mode IN ('in_person', 'phone', 'video')),
  date TEXT,
  earliest TEXT,
  latest TEXT,
  date_basis TEXT CHECK (date_basis IN ('stated', 'relative', 'inferred')),
  place TEXT,
  country TEXT -- of the place
) STRICT;

CREATE INDEX meetings_by_day ON meetings (earliest, latest);
CREATE INDEX meetings_not_held ON meetings (status, earliest) WHERE status <> 'held';
CREATE INDEX meetings_by_country ON meetings (country, earliest);

-- The words of places.
CREATE VIRTUAL TABLE meetings_fts USING fts5 (
  place, content = 'meetings', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER meetings_fts_insert AFTER INSERT ON meetings BEGIN
  INSERT INTO meetings_fts (rowid, place) VALUES (new.id, new.place);
END;

CREATE TRIGGER meetings_fts_delete AFTER DELETE ON meetings BEGIN
  INSERT INTO meetings_fts (meetings_fts, rowid, place) VALUES ('delete', old.id, old.place);
END;

CREATE TRIGGER meetings_fts_update AFTER UPDATE OF place ON meetings BEGIN
  INSERT INTO meetings_fts (meetings_fts, rowid, place) VALUES ('delete', old.id, old.place);
  INSERT INTO meetings_fts (rowid, place) VALUES (new.id, new.place);
END;

CREATE TABLE participants (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  entity INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  capacity TEXT NOT NULL CHECK (capacity IN ('principal', 'attendee', 'mediator')),
  role TEXT, -- the office, as reported for this meeting
  country TEXT,
  UNIQUE (meeting, entity)
) STRICT;

CREATE INDEX participants_by_entity ON participants (entity, meeting, capacity);
CREATE INDEX participants_by_country ON participants (country, role);

-- How many meetings each two held who were no mere attendees; `a` is the lesser id. Counted by whoever imports and corrects.
CREATE TABLE pair_meetings (
  a INTEGER NOT NULL, -- an entity
  b INTEGER NOT NULL, -- another
  meetings INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

-- How many meetings were held with someone of each country who was no mere attendee.
CREATE TABLE country_meetings (
  country TEXT PRIMARY KEY, -- as reported for the meeting, else that of the entity
  meetings INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE topics (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  topic TEXT NOT NULL,
  UNIQUE (meeting, topic)
) STRICT;

-- The words of topics.
CREATE VIRTUAL TABLE topics_fts USING fts5 (
  topic, content = 'topics', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER topics_fts_insert AFTER INSERT ON topics BEGIN
  INSERT INTO topics_fts (rowid, topic) VALUES (new.id, new.topic);
END;

CREATE TRIGGER topics_fts_delete AFTER DELETE ON topics BEGIN
  INSERT INTO topics_fts (topics_fts, rowid, topic) VALUES ('delete', old.id, old.topic);
END;

CREATE TRIGGER topics_fts_update AFTER UPDATE OF topic ON topics BEGIN
  INSERT INTO topics_fts (topics_fts, rowid, topic) VALUES ('delete', old.id, old.topic);
  INSERT INTO topics_fts (rowid, topic) VALUES (new.id, new.topic);
END;

CREATE TABLE agreements (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE, -- stable id, derived from content
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN
    ('treaty', 'agreement', 'memorandum', 'contract', 'declaration', 'ceasefire', 'plan', 'other')),
  status TEXT NOT NULL CHECK (status IN ('signed', 'in_force', 'proposed', 'ended')),
  count INTEGER, -- how many were signed together, where one row stands for several
  date TEXT,
  earliest TEXT,
  latest TEXT,
  date_basis TEXT CHECK (date_basis IN ('stated', 'relative', 'inferred')),
  place TEXT,
  country TEXT -- of the place
) STRICT;

CREATE INDEX agreements_by_day ON agreements (earliest, latest);

-- The words of titles.
CREATE VIRTUAL TABLE agreements_fts USING fts5 (
  title, content = 'agreements', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER agreements_fts_insert AFTER INSERT ON agreements BEGIN
  INSERT INTO agreements_fts (rowid, title) VALUES (new.id, new.title);
END;

CREATE TRIGGER agreements_fts_delete AFTER DELETE ON agreements BEGIN
  INSERT INTO agreements_fts (agreements_fts, rowid, title) VALUES ('delete', old.id, old.title);
END;

CREATE TRIGGER agreements_fts_update AFTER UPDATE OF title ON agreements BEGIN
  INSERT INTO agreements_fts (agreements_fts, rowid, title) VALUES ('delete', old.id, old.title);
  INSERT INTO agreements_fts (rowid, title) VALUES (new.id, new.title);
END;

CREATE TABLE parties (
  id INTEGER PRIMARY KEY,
  agreement INTEGER NOT NULL REFERENCES agreements (id) ON DELETE CASCADE,
  entity INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  capacity TEXT NOT NULL CHECK (capacity IN ('party', 'signatory')),
  role TEXT,
  country TEXT,
  UNIQUE (agreement, entity, capacity)
) STRICT;

CREATE INDEX parties_by_entity ON parties (entity);
CREATE INDEX parties_by_country ON parties (country, role);

-- What one or more articles say of a meeting, in the same terms. A meeting is a set of these.
CREATE TABLE meeting_reports (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE, -- stable id: 'm' and 12 hex digits of the SHA-256 of the terms
  terms TEXT NOT NULL, -- JSON: status, mode, date, place, topics, participants by identity
  articles INTEGER NOT NULL, -- how many say so
  meeting INTEGER REFERENCES meetings (id) ON DELETE SET NULL -- null where it was rejected
) STRICT;

CREATE INDEX meeting_reports_by_meeting ON meeting_reports (meeting);

CREATE TABLE meeting_report_articles (
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, -- in the record's list, from 0
  report INTEGER NOT NULL REFERENCES meeting_reports (id) ON DELETE CASCADE,
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_report_articles_by_report ON meeting_report_articles (report);

-- Where to look for reports that may tell of the same meeting.
CREATE TABLE meeting_keys (
  key INTEGER NOT NULL,
  report INTEGER NOT NULL REFERENCES meeting_reports (id) ON DELETE CASCADE,
  PRIMARY KEY (key, report)
) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_keys_by_report ON meeting_keys (report);

CREATE TABLE meeting_report_identities (
  identity INTEGER NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES meeting_reports (id) ON DELETE CASCADE,
  PRIMARY KEY (identity, report)
) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_report_identities_by_report ON meeting_report_identities (report);

-- The same four for agreements.
CREATE TABLE agreement_reports (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE, -- stable id: 'g' and 12 hex digits of the SHA-256 of the terms
  terms TEXT NOT NULL,
  articles INTEGER NOT NULL, -- how many say so
  agreement INTEGER REFERENCES agreements (id) ON DELETE SET NULL,
  title TEXT -- of the terms, set by triggers: a generated column would make the file unreadable with trusted_schema off
) STRICT;

CREATE INDEX agreement_reports_by_agreement ON agreement_reports (agreement);

-- The words of all titles that articles give to an agreement.
CREATE VIRTUAL TABLE agreement_titles_fts USING fts5 (
  title, content = 'agreement_reports', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER agreement_titles_fts_insert AFTER INSERT ON agreement_reports BEGIN
  UPDATE agreement_reports SET title = new.terms ->> '$.title' WHERE id = new.id;
  INSERT INTO agreement_titles_fts (rowid, title) VALUES (new.id, new.terms ->> '$.title');
END;

CREATE TRIGGER agreement_titles_fts_delete AFTER DELETE ON agreement_reports BEGIN
  INSERT INTO agreement_titles_fts (agreement_titles_fts, rowid, title) VALUES ('delete', old.id, old.title);
END;

CREATE TRIGGER agreement_titles_fts_update AFTER UPDATE OF terms ON agreement_reports BEGIN
  INSERT INTO agreement_titles_fts (agreement_titles_fts, rowid, title) VALUES ('delete', old.id, old.title);
  UPDATE agreement_reports SET title = new.terms ->> '$.title' WHERE id = new.id;
  INSERT INTO agreement_titles_fts (rowid, title) VALUES (new.id, new.terms ->> '$.title');
END;

CREATE TABLE agreement_report_articles (
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  report INTEGER NOT NULL REFERENCES agreement_reports (id) ON DELETE CASCADE,
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX agreement_report_articles_by_report ON agreement_report_articles (report);

CREATE TABLE agreement_keys (
  key INTEGER NOT NULL,
  report INTEGER NOT NULL REFERENCES agreement_reports (id) ON DELETE CASCADE,
  PRIMARY KEY (key, report)
) STRICT, WITHOUT ROWID;

CREATE INDEX agreement_keys_by_report ON agreement_keys (report);

CREATE TABLE agreement_report_identities (
  identity INTEGER NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES agreement_reports (id) ON DELETE CASCADE,
  PRIMARY KEY (identity, report)
) STRICT, WITHOUT ROWID;

CREATE INDEX agreement_report_identities_by_report ON agreement_report_identities (report);

-- Where reports of one meeting or agreement say different things: each value with how many articles give it.
CREATE TABLE contradictions (
  id INTEGER PRIMARY KEY,
  meeting INTEGER REFERENCES meetings (id) ON DELETE CASCADE,
  agreement INTEGER REFERENCES agreements (id) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field IN ('date', 'place', 'status', 'kind', 'count')),
  value TEXT NOT NULL,
  articles INTEGER NOT NULL,
  chosen INTEGER NOT NULL CHECK (chosen IN (0, 1)), -- 1 for the value that the row has
  CHECK ((meeting IS NULL) <> (agreement IS NULL))
) STRICT;

CREATE INDEX contradictions_by_meeting ON contradictions (meeting);
CREATE INDEX contradictions_by_agreement ON contradictions (agreement);

CREATE TABLE statements (
  id INTEGER PRIMARY KEY,
  key TEXT UNIQUE, -- stable id: 's', the article's digits, a point and the position in its record
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('direct', 'indirect')),
  text TEXT NOT NULL, -- verbatim
  language TEXT, -- of the words
  start INTEGER, -- in the article's text; null where the text is not at hand
  length INTEGER,
  medium TEXT,
  date TEXT,
  earliest TEXT,
  latest TEXT,
  meeting INTEGER REFERENCES meetings (id) ON DELETE SET NULL -- the occasion, where the article tells it
) STRICT;

CREATE INDEX statements_by_article ON statements (article);
CREATE INDEX statements_by_meeting ON statements (meeting);
CREATE INDEX statements_by_day ON statements (earliest, latest);

CREATE TABLE speakers (
  id INTEGER PRIMARY KEY,
  statement INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
  entity INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  identity INTEGER REFERENCES identities (id) ON DELETE CASCADE, -- as which the article names the speaker
  role TEXT,
  country TEXT,
  UNIQUE (statement, identity)
) STRICT;

CREATE INDEX speakers_by_identity ON speakers (identity);
CREATE INDEX speakers_by_entity ON speakers (entity);
CREATE INDEX speakers_by_country ON speakers (country, role);

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  meeting INTEGER REFERENCES meetings (id) ON DELETE CASCADE,
  agreement INTEGER REFERENCES agreements (id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0, -- of the meeting or agreement in the article's record, from 0
  quote TEXT NOT NULL, -- the very words
  start INTEGER, -- in the article's text; null where the text is not at hand
  length INTEGER,
  CHECK ((meeting IS NULL) <> (agreement IS NULL))
) STRICT;

CREATE INDEX evidence_by_article ON evidence (article);
CREATE INDEX evidence_by_meeting ON evidence (meeting);
CREATE INDEX evidence_by_agreement ON evidence (agreement);

-- By which word lists and rules who is who was told; a program with others tells it anew before it writes.
CREATE TABLE knowledge (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  digest TEXT NOT NULL
) STRICT;

-- When something was imported; no part of the content.
CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  imported_at TEXT NOT NULL, -- ISO 8601, UTC
  new INTEGER NOT NULL, -- articles
  updated INTEGER NOT NULL,
  known INTEGER NOT NULL
) STRICT;

-- Pairs that may be one, and were kept apart for want of proof.
CREATE TABLE doubts (
  a INTEGER NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
  b INTEGER NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE INDEX doubts_by_b ON doubts (b);

CREATE TABLE meeting_doubts (
  a INTEGER NOT NULL REFERENCES meeting_reports (id) ON DELETE CASCADE,
  b INTEGER NOT NULL REFERENCES meeting_reports (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_doubts_by_b ON meeting_doubts (b);

-- What people decided. Never touched by an import; replayed over what is derived.
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL CHECK (action IN
    ('merge', 'split', 'keep_apart', 'rename', 'reject', 'set')),
  subject TEXT NOT NULL, -- stable id of what is corrected
  object TEXT, -- merge, keep_apart: stable id of the other side; split: of what is split off; set: the field
  value TEXT, -- rename: the new name; set: the new value, null for none
  anchor TEXT, -- for meetings and agreements, JSON: the evidence by which the subject is found again
  reason TEXT,
  made_at TEXT NOT NULL, -- ISO 8601, UTC
  undone_at TEXT
) STRICT;

CREATE VIRTUAL TABLE articles_fts USING fts5 (
  title, text, content = 'articles', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;

CREATE TRIGGER articles_fts_update AFTER UPDATE OF title, text ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
  INSERT INTO articles_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE VIRTUAL TABLE statements_fts USING fts5 (
  text, content = 'statements', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER statements_fts_insert AFTER INSERT ON statements BEGIN
  INSERT INTO statements_fts (rowid, text) VALUES (new.id, new.text);
END;

CREATE TRIGGER statements_fts_delete AFTER DELETE ON statements BEGIN
  INSERT INTO statements_fts (statements_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;

CREATE TRIGGER statements_fts_update AFTER UPDATE OF text ON statements BEGIN
  INSERT INTO statements_fts (statements_fts, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO statements_fts (rowid, text) VALUES (new.id, new.text);
END;

-- One row per ordered pair of principals: who met whom, when, where, and the words that say so.
CREATE VIEW who_met AS
SELECT
  a.name AS person, pa.role AS person_role, pa.country AS person_country,
  b.name AS met, pb.role AS met_role, pb.country AS met_country,
  m.date, m.earliest, m.latest, m.place, m.country, m.status, m.mode,
  (SELECT quote FROM evidence WHERE meeting = m.id ORDER BY article, start, id LIMIT 1) AS quote,
  (SELECT article FROM evidence WHERE meeting = m.id ORDER BY article, start, id LIMIT 1) AS article,
  m.id AS meeting
FROM meetings AS m
JOIN participants AS pa ON pa.meeting = m.id AND pa.capacity = 'principal'
JOIN participants AS pb ON pb.meeting = m.id AND pb.capacity = 'principal' AND pb.entity <> pa.entity
JOIN entities AS a ON a.id = pa.entity
JOIN entities AS b ON b.id = pb.entity;

-- One row per meeting, with the names of those who took part.
CREATE VIEW meeting_details AS
SELECT
  m.id AS meeting, m.status, m.mode, m.date, m.earliest, m.latest, m.date_basis, m.place, m.country,
  (SELECT group_concat(name, '; ') FROM (SELECT e.name FROM participants AS p JOIN entities AS e ON e.id = p.entity
    WHERE p.meeting = m.id AND p.capacity = 'principal' ORDER BY e.name)) AS principals,
  (SELECT group_concat(name, '; ') FROM (SELECT e.name FROM participants AS p JOIN entities AS e ON e.id = p.entity
    WHERE p.meeting = m.id AND p.capacity = 'attendee' ORDER BY e.name)) AS attendees,
  (SELECT group_concat(name, '; ') FROM (SELECT e.name FROM participants AS p JOIN entities AS e ON e.id = p.entity
    WHERE p.meeting = m.id AND p.capacity = 'mediator' ORDER BY e.name)) AS mediators,
  (SELECT group_concat(topic, '; ') FROM (SELECT topic FROM topics WHERE meeting = m.id ORDER BY id)) AS topics,
  (SELECT count(DISTINCT coalesce(a.same_story_as, a.id)) FROM evidence AS v JOIN articles AS a ON a.id = v.article
    WHERE v.meeting = m.id) AS articles,
  (SELECT quote FROM evidence WHERE meeting = m.id ORDER BY article, start, id LIMIT 1) AS quote
FROM meetings AS m;

-- One row per agreement, with the names of its parties and signatories.
CREATE VIEW agreement_details AS
SELECT
  g.id AS agreement, g.title, g.kind, g.status, g.count, g.date, g.earliest, g.latest, g.place, g.country,
  (SELECT group_concat(name, '; ') FROM (SELECT e.name FROM parties AS p JOIN entities AS e ON e.id = p.entity
    WHERE p.agreement = g.id AND p.capacity = 'party' ORDER BY e.name)) AS parties,
  (SELECT group_concat(name, '; ') FROM (SELECT e.name FROM parties AS p JOIN entities AS e ON e.id = p.entity
    WHERE p.agreement = g.id AND p.capacity = 'signatory' ORDER BY e.name)) AS signatories,
  (SELECT count(DISTINCT coalesce(a.same_story_as, a.id)) FROM evidence AS v JOIN articles AS a ON a.id = v.article
    WHERE v.agreement = g.id) AS articles,
  (SELECT quote FROM evidence WHERE agreement = g.id ORDER BY article, start, id LIMIT 1) AS quote
FROM agreements AS g;

-- One row per statement, with the names of its speakers and the article it stands in.
CREATE VIEW statement_details AS
SELECT
  s.id AS statement, s.kind, s.text, s.language, s.medium, s.date, s.earliest, s.latest,
  (SELECT group_concat(name, '; ') FROM (SELECT e.name FROM speakers AS p JOIN entities AS e ON e.id = p.entity
    WHERE p.statement = s.id ORDER BY e.name)) AS speakers,
  s.article, a.title AS article_title, a.outlet, a.published, s.meeting
FROM statements AS s
JOIN articles AS a ON a.id = s.article;

-- Everything with a date, in order.
CREATE VIEW timeline AS
SELECT earliest, latest, date, 'meeting' AS what, status, principals AS who, place, quote, meeting AS id
FROM meeting_details WHERE earliest IS NOT NULL
UNION ALL
SELECT earliest, latest, date, 'agreement', status, parties, place, title, agreement
FROM agreement_details WHERE earliest IS NOT NULL
UNION ALL
SELECT earliest, latest, date, 'statement', kind, speakers, medium, text, statement
FROM statement_details WHERE earliest IS NOT NULL;

-- Pairs of entities that may be one, by name.
CREATE VIEW doubtful_pairs AS
SELECT DISTINCT
  min(a.name, b.name) AS name, max(a.name, b.name) AS other, d.reason,
  CASE WHEN a.name <= b.name THEN a.id ELSE b.id END AS entity,
  CASE WHEN a.name <= b.name THEN b.id ELSE a.id END AS other_entity
FROM doubts AS d
JOIN identities AS ia ON ia.id = d.a
JOIN identities AS ib ON ib.id = d.b
JOIN entities AS a ON a.id = ia.entity
JOIN entities AS b ON b.id = ib.entity
WHERE a.id <> b.id;

-- Who was reported in which role, from when to when.
CREATE VIEW roles AS
SELECT entity, role, country, min(earliest) AS earliest, max(latest) AS latest, count(*) AS reports
FROM (
  SELECT p.entity, p.role, p.country, m.earliest, m.latest
  FROM participants AS p JOIN meetings AS m ON m.id = p.meeting
  UNION ALL
  SELECT p.entity, p.role, p.country, g.earliest, g.latest
  FROM parties AS p JOIN agreements AS g ON g.id = p.agreement
  UNION ALL
  SELECT p.entity, p.role, p.country, coalesce(s.earliest, a.published_earliest), coalesce(s.latest, a.published_latest)
  FROM speakers AS p JOIN statements AS s ON s.id = p.statement JOIN articles AS a ON a.id = s.article
)
WHERE role IS NOT NULL
GROUP BY entity, role, country;
