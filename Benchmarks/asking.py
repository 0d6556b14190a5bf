"""Asking: cold processes of chancery beside the sqlite3 shell with the same SQL, on bases of growing size.

usage: asking.py CHANCERY SCHEMA.SQL FOLDER [MEETINGS ...]       (default: 1000 10000 100000 1000000)

The bases are made once and kept in FOLDER. Writes FOLDER/asking.md and FOLDER/asking.json.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys

import peers
import timing

chancery, schema, folder, *sizes = sys.argv[1:]
sizes = [int(size) for size in sizes] or [1_000, 10_000, 100_000, 1_000_000]
here = os.path.dirname(os.path.abspath(__file__))
os.makedirs(folder, exist_ok=True)

QUERIES = [
    ("calendar", {"person": "{person}"}),
    ("counterparts", {"person": "{person}"}),
    ("who-met-whom", {"since": "2020-03-01", "until": "2020-03-02"}),
    ("country-network", {"country": "MX"}),
    ("statements-on", {"words": "border"}),
    ("timeline", {"since": "2020"}),
]


def answers(command):
    """True if a subcommand is there and works."""
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def base(meetings):
    """The path of a base of this size, made if it is not there for this schema."""
    with open(schema, "rb") as file:
        mark = f"{hash_of(file.read())}"
    path = os.path.join(folder, f"base-{meetings}.db")
    stamp = path + ".schema"
    if os.path.exists(path) and os.path.exists(stamp) and open(stamp).read() == mark:
        return path
    subprocess.run([sys.executable, os.path.join(here, "make_base.py"), schema, str(meetings), path], check=True)
    with open(stamp, "w") as file:
        file.write(mark)
    return path


def hash_of(data):
    import hashlib
    return hashlib.sha256(data).hexdigest()


def in_the_middle(path):
    """A person who is neither the most nor the least active: the name and a counterpart."""
    connection = sqlite3.connect(path)
    name, counterpart = connection.execute(
        "SELECT e.name, o.name FROM participants p JOIN entities e ON e.id = p.entity"
        " JOIN participants q ON q.meeting = p.meeting AND q.entity <> p.entity JOIN entities o ON o.id = q.entity"
        " WHERE e.id = 20 LIMIT 1").fetchone()
    connection.close()
    return name, counterpart


def shell(path, sql, parameters, mode):
    """The sqlite3 shell with the same SQL and parameters."""
    sets = []
    for name, value in parameters.items():
        literal = str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"
        quoted = literal.replace('"', '""')
        sets += ["-cmd", f'.param set {name if name[0] in ":@$" else ":" + name} "{quoted}"']
    # A comment at the beginning would be read as an option.
    return ["sqlite3", "-readonly", mode, *sets, path, "\n" + sql]


tables = []
start = timing.Table("Start-up")
start.compare("chancery --version beside sqlite3 --version", timing.measure(
    {"ours": [chancery, "--version"], "sqlite3 --version": ["sqlite3", "--version"]}, runs=25), "ours", "sqlite3 --version")
tables.append(start)
if shutil.which("sqlite3") is None:
    print("bench: skipped, there is no sqlite3 shell to compare with")
    sys.exit(0)

for size in sizes:
    path = base(size)
    person, counterpart = in_the_middle(path)
    table = timing.Table(f"Asking {size:,} meetings ({os.path.getsize(path) >> 20} MB)")
    questions = [f"who met {person} in 2020", f"when did {person} meet {counterpart}", f"who did {person} meet",
                 "how many times did Mexico and Russia meet in 2019"]
    for question in questions:
        ours = [chancery, "ask", "--db", path, "--format", "json", question]
        told = subprocess.run(ours, capture_output=True, text=True)
        if told.returncode != 0:
            print(f"bench: skipped, `chancery ask` does not answer {question!r} (exit {told.returncode})")
            continue
        answer = json.loads(told.stdout)
        peer = shell(path, answer["sql"], answer.get("parameters") or {}, "-json")
        table.compare(f"ask: {question}", timing.measure({"ours": ours, "sqlite3 -json": peer}), "ours", "sqlite3 -json")
    for name, parameters in QUERIES:
        parameters = {key: value.format(person=person) for key, value in parameters.items()}
        ours = [chancery, "query", name, "--db", path, "--format", "csv"]
        for key, value in parameters.items():
            ours += ["-p", f"{key}={value}"]
        if not answers(ours):
            print(f"bench: skipped, query {name} does not run")
            continue
        sql = subprocess.run([chancery, "query", name, "--sql"], capture_output=True, text=True).stdout
        given = dict.fromkeys(["since", "until", "limit"], "") | parameters
        used = {key: value for key, value in given.items() if f":{key}" in sql}
        table.compare(f"query {name}", timing.measure({"ours": ours, "sqlite3 -csv": shell(path, sql, used, "-csv")}),
                      "ours", "sqlite3 -csv")
    for words, match in [("border", '"border"'), ("gas energy", '"gas" AND "energy"')]:
        ours = [chancery, "search", "--db", path, "--in", "statements", "--format", "csv", words]
        bare = ("SELECT rowid, snippet(statements_fts, 0, '[', ']', '…', 24) FROM statements_fts "
                f"WHERE statements_fts MATCH '{match}' ORDER BY rank LIMIT 20")
        table.compare(f"search {words}", timing.measure({"ours": ours, "bare FTS5": shell(path, bare, {}, "-csv")}),
                      "ours", "bare FTS5")
    tables.append(table)

path = base(sizes[-1])
table = timing.Table("A million rows")
rows = ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10) "
        "SELECT m.id, m.date, m.place, e.quote FROM n, meetings AS m JOIN evidence AS e ON e.meeting = m.id LIMIT 1000000")
if sizes[-1] >= 1_000_000:
    rows = "SELECT m.id, m.date, m.place, e.quote FROM evidence AS e JOIN meetings AS m ON m.id = e.meeting LIMIT 1000000"
for kind in ["csv", "json"]:
    table.compare(f"sql --format {kind}", timing.measure({
        "ours": [chancery, "sql", "--db", path, "--format", kind, "--timeout", "0", rows],
        f"sqlite3 -{kind}": ["sqlite3", "-readonly", "-header", f"-{kind}", path, rows]}), "ours", f"sqlite3 -{kind}")
tables.append(table)
timing.write(os.path.join(folder, "asking"), tables, peers.about(chancery, folder))
print("\n".join(table.markdown() for table in tables))
