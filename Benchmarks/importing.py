"""Import end to end, the share of the store beside the floor, and growth.

usage: importing.py CHANCERY SCHEMA.SQL ARTICLES.JSONL FOLDER       (writes FOLDER/importing.md and .json)

The floor writes the very rows of the finished base into the same schema: Python's executemany, and the sqlite3 shell's
.import from CSV. The store's share is `chancery import --records`: reading records and articles, and no extraction.
"""

import csv
import json
import math
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import time

import peers
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


def processor():
    """Seconds of processor time of this process."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def executemany(schema, tables, path):
    """Seconds by the clock and of processor time."""
    if os.path.exists(path):
        os.remove(path)
    began, before = time.perf_counter(), processor()
    database = sqlite3.connect(path)
    database.executescript(schema)
    with database:
        for name, rows in tables.items():
            database.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(rows[0]))})", rows)
    database.close()
    return time.perf_counter() - began, processor() - before


def shell_import(schema_path, folder, tables, path):
    for ending in ("", "-journal"):
        if os.path.exists(path + ending):
            os.remove(path + ending)
    script = [f".read '{schema_path}'", "BEGIN;"] + [f".import --csv '{folder}/{name}.csv' {name}" for name in tables] + ["COMMIT;"]
    began, before = time.perf_counter(), os.times()
    subprocess.run(["sqlite3", path], input="\n".join(script), text=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    used = after.children_user - before.children_user + after.children_system - before.children_system
    return time.perf_counter() - began, used


def medians(pairs):
    """The medians of the first and of the second of pairs."""
    return tuple(statistics.median(values) for values in zip(*pairs))


def main():
    chancery, schema_path, articles, folder = sys.argv[1:5]
    if not os.path.exists(articles):
        print(f"bench: import skipped, {articles} is not there")
        return
    os.makedirs(folder, exist_ok=True)
    work = lambda name: os.path.join(folder, name)
    with open(articles, encoding="utf-8") as file:
        many = sum(1 for _ in file)
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
            run = timing.once([chancery, "import", "--db", work(name), *arguments])
            if run.code not in (0, 2):
                print(f"bench: import ended with {run.code}", file=sys.stderr)
            taken.append((run.seconds, run.cpu))
            peak = max(peak, run.megabytes)
        return *medians(taken), peak

    # Growth: 1, 4 and 16 parts of sixteen; the exponent of the line through the logarithms. First of all, while this
    # process is small: what a process starts counts as its own peak what its parent has in memory.
    points, grown = [], {}
    for part in (1, 4, 16):
        some = work(f"part{part}.jsonl")
        with open(articles, encoding="utf-8") as source, open(some, "w", encoding="utf-8") as file:
            file.writelines(line for index, line in enumerate(source) if index % 16 < part)
        seconds, cpu, megabytes = timed("growth.db", "--format", "ndjson", some)
        points.append((many * part / 16, cpu, megabytes))
        grown[f"{part}/16 of the articles, s"] = seconds
        grown[f"{part}/16 of the articles, processor, s"] = cpu
        grown[f"{part}/16 of the articles, peak MB"] = megabytes
    whole, whole_cpu, peak = timed("whole.db", "--format", "ndjson", articles)
    store, store_cpu, _ = timed("store.db", "--records", records, "--articles", articles)
    tables = rows_of(work("store.db"))
    count = sum(map(len, tables.values()))
    floor, floor_cpu = medians(executemany(schema, tables, work("floor.db")) for _ in range(RUNS))
    for name, rows in tables.items():
        with open(work(name + ".csv"), "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
    shell, shell_cpu = medians(shell_import(schema_path, folder, tables, work("shell.db")) for _ in range(RUNS))
    results = {
        "articles": many, "rows": count, "whole, s": whole, "whole, processor, s": whole_cpu, "peak MB": peak,
        "rows/s, whole": count / whole, "store's share, s": store, "store's share, processor, s": store_cpu,
        "executemany, s": floor, "executemany, processor, s": floor_cpu, "sqlite3 .import, s": shell,
        "sqlite3 .import, processor, s": shell_cpu, "store to executemany": store / floor,
        "store to executemany, processor": store_cpu / floor_cpu, "store to .import": store / shell,
        "store to .import, processor": store_cpu / shell_cpu,
        "bytes of file per article": os.path.getsize(work("whole.db")) / many,
    }
    utils = peers.tool(folder, "sqlite-utils")
    if utils:
        taken = []
        for _ in range(RUNS):
            if os.path.exists(work("utils.db")):
                os.remove(work("utils.db"))
            taken.append(timing.once([utils, "insert", work("utils.db"), "articles", articles, "--nl"]).seconds)
        results["sqlite-utils insert of the articles alone, s"] = statistics.median(taken)
    results |= grown
    xs, ys = [math.log(x) for x, _, _ in points], [math.log(y) for _, y, _ in points]
    mx, my = statistics.mean(xs), statistics.mean(ys)
    results["exponent of growth, processor time"] = sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs)
    with open(work("importing.md"), "w", encoding="utf-8") as file:
        file.write("## Import\n\n| | |\n| --- | --: |\n" + "".join(f"| {name} | {value:,.2f} |\n" for name, value in results.items()))
    with open(work("importing.json"), "w", encoding="utf-8") as file:
        json.dump({"about": peers.about(chancery, folder), "results": results}, file, indent=1)
    print(open(work("importing.md"), encoding="utf-8").read())


main()
