-- Invented people, meetings and articles for the tests of the commands.
INSERT INTO articles (id, key, sha256, record_id, source, url, title, author, outlet, language,
  published, published_earliest, published_latest, published_basis, text) VALUES
  (1, 'a000000000001', '01', 'n-1', 'one.txt', 'https://example.org/1', 'Ministers meet in Lima', 'R. Vega', 'Harbour News', 'en',
    '2023-05-04', '2023-05-04', '2023-05-04', 'stated',
    'LIMA — Foreign Minister Ana Núñez received her Norlandic counterpart Olav Berg on Thursday. "We will build the bridge together," Núñez said. They signed the Bridge Accord.'),
  (2, 'a000000000002', '02', 'n-2', 'two.txt', 'https://example.org/2', 'Núñez llama a Berg', NULL, 'El Faro del Sur', 'es',
    '2023-06-11', '2023-06-11', '2023-06-11', 'stated',
    'La canciller Ana Núñez habló por teléfono con Olav Berg. «El puente no se detiene», afirmó la canciller.'),
  (3, 'a000000000003', '03', 'n-3', 'three.txt', NULL, NULL, NULL, 'Harbour News', 'en',
    NULL, NULL, NULL, NULL,
    'President Li Wei of Xanadu will host Ana Núñez next spring, officials said. Talks with O''Neill''s "Blue Party" were cancelled.');
INSERT INTO entities (id, key, kind, name, country) VALUES
  (1, 'person:ana-nunez:PE', 'person', 'Ana Núñez', 'PE'),
  (2, 'person:olav-berg:NO', 'person', 'Olav Berg', 'NO'),
  (3, 'person:li-wei:', 'person', 'Li Wei', NULL),
  (4, 'organization:blue-party:IE', 'organization', 'Blue Party', 'IE'),
  (5, 'government:peru:PE', 'government', 'Peru', 'PE'),
  (6, 'government:norway:NO', 'government', 'Norway', 'NO'),
  (7, 'person:kari-lund:NO', 'person', 'Kari Lund', 'NO');
INSERT INTO names (entity, name, folded, articles) VALUES
  (1, 'Ana Núñez', 'ana nunez', 3), (1, 'Núñez', 'nunez', 2), (2, 'Olav Berg', 'olav berg', 2),
  (3, 'Li Wei', 'li wei', 1), (4, 'Blue Party', 'blue party', 1), (5, 'Peru', 'peru', 1),
  (6, 'Norway', 'norway', 1), (7, 'Kari Lund', 'kari lund', 1);
INSERT INTO meetings (id, key, status, mode, date, earliest, latest, date_basis, place, country) VALUES
  (1, 'm1', 'held', 'in_person', '2023-05-04', '2023-05-04', '2023-05-04', 'relative', 'Torre Tagle Palace, Lima', 'PE'),
  (2, 'm2', 'held', 'phone', '2023-06', '2023-06-01', '2023-06-30', 'stated', NULL, NULL),
  (3, 'm3', 'planned', 'in_person', NULL, NULL, NULL, NULL, 'Xanadu', NULL),
  (4, 'm4', 'cancelled', 'in_person', '2023-07-01', '2023-07-01', '2023-07-01', 'stated', 'Dublin', 'IE');
INSERT INTO participants (meeting, entity, capacity, role, country) VALUES
  (1, 1, 'principal', 'Foreign Minister', 'PE'), (1, 2, 'principal', 'Foreign Minister of Norland', 'NO'),
  (1, 7, 'attendee', 'ambassador', 'NO'),
  (2, 1, 'principal', 'canciller', 'PE'), (2, 2, 'principal', NULL, 'NO'),
  (3, 3, 'principal', 'President', NULL), (3, 1, 'principal', NULL, 'PE'),
  (4, 1, 'principal', NULL, 'PE'), (4, 4, 'principal', NULL, 'IE'), (4, 7, 'mediator', NULL, 'NO');
INSERT INTO topics (meeting, topic) VALUES (1, 'bridge'), (1, 'fisheries'), (2, 'bridge');
INSERT INTO agreements (id, key, title, kind, status, count, date, earliest, latest, date_basis, place, country) VALUES
  (1, 'g1', 'Bridge Accord', 'agreement', 'signed', NULL, '2023-05-04', '2023-05-04', '2023-05-04', 'relative', 'Lima', 'PE'),
  (2, 'g2', 'memoranda on fish', 'memorandum', 'proposed', 3, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO parties (agreement, entity, capacity, role, country) VALUES
  (1, 5, 'party', NULL, 'PE'), (1, 6, 'party', NULL, 'NO'), (1, 1, 'signatory', NULL, 'PE'),
  (2, 5, 'party', NULL, 'PE'), (2, 6, 'party', NULL, 'NO');
INSERT INTO statements (id, key, article, kind, text, language, start, length, medium, date, earliest, latest, meeting) VALUES
  (1, 's1', 1, 'direct', 'We will build the bridge together,', 'en', 93, 34, NULL, '2023-05-04', '2023-05-04', '2023-05-04', 1),
  (2, 's2', 2, 'direct', 'El puente no se detiene', 'es', 58, 23, 'telephone', '2023-06', '2023-06-01', '2023-06-30', 2),
  (3, 's3', 3, 'indirect', 'President Li Wei of Xanadu will host Ana Núñez next spring', 'en', 0, 58, NULL, NULL, NULL, NULL, 3);
INSERT INTO speakers (statement, entity, role, country) VALUES
  (1, 1, 'Foreign Minister', 'PE'), (2, 1, 'canciller', 'PE'), (3, 3, NULL, NULL);
INSERT INTO evidence (article, meeting, agreement, quote, start, length) VALUES
  (1, 1, NULL, 'Foreign Minister Ana Núñez received her Norlandic counterpart Olav Berg on Thursday.', 7, 85),
  (2, 2, NULL, 'La canciller Ana Núñez habló por teléfono con Olav Berg.', 0, 56),
  (3, 3, NULL, 'President Li Wei of Xanadu will host Ana Núñez next spring', 0, 58),
  (3, 4, NULL, 'Talks with O''Neill''s "Blue Party" were cancelled.', 76, 49),
  (1, NULL, 1, 'They signed the Bridge Accord.', 141, 30),
  (1, NULL, 2, 'They signed the Bridge Accord.', 141, 30);
INSERT INTO contradictions (meeting, field, value, articles, chosen) VALUES
  (1, 'date', '2023-05-04', 2, 1), (1, 'date', '2023-05-05', 1, 0);
