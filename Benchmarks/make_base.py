"""Makes a database of so many meetings with invented people, with the skew that news has: a few people and countries
take part in most meetings, most in one or two.

usage: make_base.py SCHEMA.SQL MEETINGS DATABASE

The same number gives the same rows. Articles: one for ten meetings; statements: one for two meetings; agreements: one
for twenty. The full-text indexes are built at the end, as `rebuild` does.
"""

import bisect
import datetime
import itertools
import os
import random
import sqlite3
import sys
import unicodedata

SYLLABLES = "ba be bo da de do ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te to va ve vo za ze zo".split()
ENDS = "n r s l v k ska ric tov ez sen son ini ard é ño".split()
COUNTRIES = """US RU CN GB FR DE MX ES BR AR VE CO PE CL CU JP IN TR IR IL SA EG ZA NG KE ET UA PL IT PT GR SE NO FI DK
NL BE CH AT CZ HU RO BG RS HR SK SI LT LV EE IE IS CA AU NZ KR KP VN TH ID MY PH SG PK AF IQ SY JO LB QA AE KW OM YE MA
DZ TN LY SD SN ML GH CI CM AO MZ TZ UG RW CD ZM ZW BO EC PY UY GY SR PA CR NI HN SV GT DO HT JM TT BS KZ UZ TM KG TJ MN
GE AM AZ BY MD AL MK ME BA CY MT LU""".split()
ROLES = ["President", "Prime Minister", "Foreign Minister", "ambassador", "special envoy", "deputy minister", None]
TOPICS = "energy trade migration security fisheries water grain gas border climate debt health aid visas ports".split()
OUTLETS = [f"Outlet {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]
VERBS = ["met", "received", "held talks with", "spoke by phone with"]


class Skewed:
    """Picks from 0..<n with weights 1 / (rank + shift)."""

    def __init__(self, n, shift, source):
        self.sums = list(itertools.accumulate(1 / (rank + shift) for rank in range(1, n + 1)))
        self.source = source

    def pick(self):
        return bisect.bisect(self.sums, self.source.random() * self.sums[-1])


def fold(text):
    marked = unicodedata.normalize("NFD", text)
    return "".join(c for c in marked if not unicodedata.combining(c)).lower()


def main(schema_path, meetings, path):
    source = random.Random(meetings)
    with open(schema_path, encoding="utf-8") as file:
        schema = file.read()
    if os.path.exists(path):
        os.remove(path)
    base = sqlite3.connect(path, isolation_level=None)
    base.executescript(schema)
    triggers = base.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        base.execute(f"DROP TRIGGER {name}")
    base.execute("PRAGMA journal_mode = OFF")
    base.execute("PRAGMA synchronous = OFF")
    base.execute("BEGIN")

    def word():
        return "".join(source.choice(SYLLABLES) for _ in range(source.choice([1, 2, 2, 3]))).capitalize() + source.choice(ENDS)

    def fill(table, rows):
        rows = iter(rows)
        first = next(rows, None)
        if first is None:
            return
        columns = ", ".join(first)
        marks = ", ".join("?" for _ in first)
        base.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})",
                         (tuple(row.values()) for row in itertools.chain([first], rows)))

    country = Skewed(len(COUNTRIES), 3, source)
    people = max(60, meetings // 12)
    names, countries = [], []
    for _ in range(people):
        names.append(f"{word()} {word()}")
        countries.append(COUNTRIES[country.pick()])
    fill("entities", ({"id": i + 1, "key": f"person:{i}", "kind": "person", "name": names[i], "country": countries[i]}
                      for i in range(people)))
    governments = {code: people + 1 + i for i, code in enumerate(COUNTRIES)}
    fill("entities", ({"id": id, "key": f"government:{code}", "kind": "government", "name": f"Government of {code}",
                       "country": code} for code, id in governments.items()))
    fill("names", ({"entity": i + 1, "name": name, "folded": fold(name), "articles": 1}
                   for i, full in enumerate(names) for name in (full, full.split()[1])))
    fill("names", ({"entity": id, "name": f"Government of {code}", "folded": f"government of {code.lower()}", "articles": 1}
                   for code, id in governments.items()))
    cities = [(word(), COUNTRIES[country.pick()]) for _ in range(400)]
    city = Skewed(len(cities), 5, source)
    person = Skewed(people, 8, source)
    start = datetime.date(2015, 1, 1).toordinal()
    articles = max(1, meetings // 10)
    texts = [[] for _ in range(articles)]
    lengths = [0] * articles
    participants, evidence, topics, statements, speakers = [], [], [], [], []

    def rows():
        for id in range(1, meetings + 1):
            a, b = person.pick(), person.pick()
            if a == b:
                b = (a + 1) % people
            place, where = cities[city.pick()]
            day = datetime.date.fromordinal(start + int(3650 * source.random() ** 0.7))
            kind = source.random()
            if kind < 0.85:
                date = earliest = latest = day.isoformat()
            elif kind < 0.95:
                date = day.isoformat()[:7]
                earliest = date + "-01"
                latest = ((day.replace(day=1) + datetime.timedelta(days=32)).replace(day=1) - datetime.timedelta(days=1)).isoformat()
            else:
                date = earliest = latest = None
            article = (id - 1) // 10 if id <= articles * 10 else articles - 1
            quote = f"{names[a]} {source.choice(VERBS)} {names[b]} in {place} to speak about {source.choice(TOPICS)}."
            evidence.append((article + 1, id, quote, lengths[article], len(quote)))
            texts[article].append(quote)
            lengths[article] += len(quote) + 1
            for entity, capacity in ((a, "principal"), (b, "principal")):
                participants.append((id, entity + 1, capacity, source.choice(ROLES), countries[entity]))
            if source.random() < 0.3:
                extra = person.pick()
                if extra not in (a, b):
                    participants.append((id, extra + 1, "attendee", source.choice(ROLES), countries[extra]))
            if source.random() < 0.6:
                topics.append((id, source.choice(TOPICS)))
            if id % 2 == 0:
                said = f"the {source.choice(TOPICS)} of {word()} will be {source.choice(TOPICS)} for {word()} and {word()}"
                statements.append((article + 1, said, lengths[article], len(said), date, earliest, latest, id))
                speakers.append((len(statements), a + 1, source.choice(ROLES), countries[a]))
                texts[article].append(said + ".")
                lengths[article] += len(said) + 2
            yield {"id": id, "key": f"m{id}", "status": source.choices(["held", "planned", "cancelled"], [90, 8, 2])[0],
                   "mode": source.choices(["in_person", "phone", "video"], [80, 15, 5])[0], "date": date,
                   "earliest": earliest, "latest": latest, "date_basis": "stated" if date else None, "place": place,
                   "country": where}

    fill("meetings", rows())
    day = lambda i: datetime.date.fromordinal(start + 3650 * i // articles).isoformat()
    fill("articles", ({"id": i + 1, "key": f"a{i:012x}", "sha256": f"{i:064x}", "record_id": f"n-{i}",
                       "source": f"bench.jsonl:{i + 1}", "title": f"{word()} and {word()} on {source.choice(TOPICS)}",
                       "outlet": source.choice(OUTLETS), "language": "en", "published": day(i),
                       "published_earliest": day(i), "published_latest": day(i), "published_basis": "stated",
                       "text": " ".join(texts[i])} for i in range(articles)))
    base.executemany("INSERT INTO participants (meeting, entity, capacity, role, country) VALUES (?, ?, ?, ?, ?)", participants)
    base.executemany("INSERT INTO evidence (article, meeting, quote, start, length) VALUES (?, ?, ?, ?, ?)", evidence)
    base.executemany("INSERT OR IGNORE INTO topics (meeting, topic) VALUES (?, ?)", topics)
    base.executemany("INSERT INTO statements (article, kind, text, start, length, date, earliest, latest, meeting) "
                     "VALUES (?, 'indirect', ?, ?, ?, ?, ?, ?, ?)", statements)
    base.executemany("INSERT INTO speakers (statement, entity, role, country) VALUES (?, ?, ?, ?)", speakers)
    # As MeetingTally counts them.
    base.execute("""
      INSERT INTO pair_meetings (a, b, meetings)
      SELECT p.entity, q.entity, count(*) FROM meetings AS m
      CROSS JOIN participants AS p ON p.meeting = m.id AND p.capacity <> 'attendee'
      CROSS JOIN participants AS q ON q.meeting = m.id AND q.capacity <> 'attendee' AND q.entity > p.entity
      WHERE m.status = 'held' GROUP BY p.entity, q.entity""")
    base.execute("""
      INSERT INTO country_meetings (country, meetings)
      SELECT p.country, count(DISTINCT m.id) FROM meetings AS m
      CROSS JOIN participants AS p ON p.meeting = m.id AND p.capacity <> 'attendee'
      WHERE m.status = 'held' AND p.country IS NOT NULL GROUP BY p.country""")
    agreements = meetings // 20
    fill("agreements", ({"id": i + 1, "key": f"g{i + 1}", "title": f"{word()} {source.choice(TOPICS)} agreement",
                         "kind": "agreement", "status": "signed", "date": day(i % articles), "earliest": day(i % articles),
                         "latest": day(i % articles), "date_basis": "stated", "place": cities[city.pick()][0]}
                        for i in range(agreements)))
    base.executemany(
        "INSERT OR IGNORE INTO parties (agreement, entity, capacity, country) VALUES (?, ?, 'party', ?)",
        ((i + 1, governments[code], code) for i in range(agreements)
         for code in {COUNTRIES[country.pick()], COUNTRIES[country.pick()]}))
    for (table,) in base.execute("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'").fetchall():
        base.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
    for _, sql in triggers:
        base.execute(sql)
    base.execute("COMMIT")
    base.execute("PRAGMA journal_mode = DELETE")
    base.close()


main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
