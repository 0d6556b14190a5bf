"""Import end to end, the share of the store beside the floor, and growth.

usage: importing.py CHANCERY SCHEMA.SQL ARTICLES.JSONL FOLDER       (writes FOLDER/importing.md and .json)

The floor writes the very rows of the finished base into the same schema: Python's executemany, and the sqlite3 shell's
.import from CSV. The store's share is `chancery import --records`: reading records and articles, and no extraction.
"""

import csv
import json
import math
import os
import sqlite3
import statistics
import subprocess
import sys
import time

import timing

RUNS = 5


def rows_of(path):
    """The rows of every ordinary table, in an order that foreign keys allow."""
    database = sqlite3.connect(path)
    names = [name for name, in database.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT LIKE '%\\_fts%' ESCAPE '\\' "
        "AND name NOT LIKE 'sqlite_%' ORDER BY rootpage")]
    tables = {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    database.close()
    return {name: rows for name, rows in tables.items() if rows}


def executemany(schema, tables, path):
    if os.path.exists(path):
        os.remove(path)
    began = time.perf_counter()
    database = sqlite3.connect(path)
    database.executescript(schema)
    with database:
        for name, rows in tables.items():
            database.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(rows[0]))})", rows)
    database.close()
    return time.perf_counter() - began


def shell_import(schema_path, folder, tables, path):
    for ending in ("", "-journal"):
        if os.path.exists(path + ending):
            os.remove(path + ending)
    script = [f".read '{schema_path}'", "BEGIN;"] + [f".import --csv '{folder}/{name}.csv' {name}" for name in tables] + ["COMMIT;"]
    began = time.perf_counter()
    subprocess.run(["sqlite3", path], input="\n".join(script), text=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def main():
    chancery, schema_path, articles, folder = sys.argv[1:5]
    if not os.path.exists(articles):
        print(f"bench: import skipped, {articles} is not there")
        return
    os.makedirs(folder, exist_ok=True)
    work = lambda name: os.path.join(folder, name)
    with open(articles, encoding="utf-8") as file:
        lines = file.readlines()
    with open(schema_path, encoding="utf-8") as file:
        schema = file.read()
    records = work("records.jsonl")
    with open(records, "w") as out:
        subprocess.run([chancery, "extract", "--format", "ndjson", articles], stdout=out, check=True)

    def timed(name, *arguments):
        taken, peak = [], 0
        for _ in range(RUNS):
            for ending in ("", "-journal"):
                if os.path.exists(work(name) + ending):
                    os.remove(work(name) + ending)
            seconds, megabytes, code = timing.once([chancery, "import", "--db", work(name), *arguments])
            if code not in (0, 2):
                print(f"bench: import ended with {code}", file=sys.stderr)
            taken.append(seconds)
            peak = max(peak, megabytes)
        return statistics.median(taken), peak

    whole, peak = timed("whole.db", "--format", "ndjson", articles)
    store, _ = timed("store.db", "--records", records, "--articles", articles)
    tables = rows_of(work("whole.db"))
    count = sum(map(len, tables.values()))
    floor = statistics.median(executemany(schema, tables, work("floor.db")) for _ in range(RUNS))
    for name, rows in tables.items():
        with open(work(name + ".csv"), "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
    shell = statistics.median(shell_import(schema_path, folder, tables, work("shell.db")) for _ in range(RUNS))
    results = {
        "articles": len(lines), "rows": count, "whole, s": whole, "peak MB": peak, "rows/s, whole": count / whole,
        "store's share, s": store, "executemany, s": floor, "sqlite3 .import, s": shell,
        "store to executemany": store / floor, "store to .import": store / shell,
        "bytes of file per article": os.path.getsize(work("whole.db")) / len(lines),
    }
    utils = os.path.join(folder, "venv", "bin", "sqlite-utils")
    if os.path.exists(utils):
        taken = []
        for _ in range(RUNS):
            if os.path.exists(work("utils.db")):
                os.remove(work("utils.db"))
            taken.append(timing.once([utils, "insert", work("utils.db"), "articles", articles, "--nl"])[0])
        results["sqlite-utils insert of the articles alone, s"] = statistics.median(taken)
    # Growth: 1, 4 and 16 parts of sixteen; the exponent of the line through the logarithms.
    points = []
    for part in (1, 4, 16):
        some = work(f"part{part}.jsonl")
        with open(some, "w", encoding="utf-8") as file:
            file.writelines(line for index, line in enumerate(lines) if index % 16 < part)
        seconds, megabytes = timed("growth.db", "--format", "ndjson", some)
        points.append((len(lines) * part / 16, seconds, megabytes))
        results[f"{part}/16 of the articles, s"] = seconds
        results[f"{part}/16 of the articles, peak MB"] = megabytes
    xs, ys = [math.log(x) for x, _, _ in points], [math.log(y) for _, y, _ in points]
    mx, my = statistics.mean(xs), statistics.mean(ys)
    results["exponent of growth"] = sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs)
    with open(work("importing.md"), "w", encoding="utf-8") as file:
        file.write("## Import\n\n| | |\n| --- | --: |\n" + "".join(f"| {name} | {value:,.2f} |\n" for name, value in results.items()))
    with open(work("importing.json"), "w", encoding="utf-8") as file:
        json.dump({"about": timing.machine(), "results": results}, file, indent=1)
    print(open(work("importing.md"), encoding="utf-8").read())


main()
