"""Opens every page that the metadata names, as HTML and JSON, and tells what failed.

usage: datasette-pages.py URL METADATA [PARAMETER=VALUE ...]
"""

import html
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

import yaml

url, path, *pairs = sys.argv[1:]
values = {
    "person": "a", "country": "US", "other": "RU", "place": "a", "topic": "a", "words": "a", "party": "a",
    "article": "a", "since": "", "until": "", "limit": "5",
}
values.update(pair.split("=", 1) for pair in pairs)
with open(path, encoding="utf-8") as file:
    metadata = yaml.safe_load(file)
(name, database), = metadata["databases"].items()
failures = rows = pages = 0


def get(page):
    for attempt in range(60):
        try:
            with urllib.request.urlopen(url + page, timeout=60) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"HTTP {error.code}") from None
        except urllib.error.URLError:
            time.sleep(0.5)
    raise RuntimeError("no server")


def visit(page, contains):
    global failures, rows, pages
    pages += 1
    try:
        shown = get(page)
        answer = json.loads(get(page.replace("?", ".json?", 1) if "?" in page else page + ".json"))
        for text in contains:
            if text not in shown:
                raise RuntimeError(f"the page does not show {text!r}")
        if answer.get("error"):
            raise RuntimeError(answer["error"])
        rows += len(answer["rows"])
    except RuntimeError as error:
        failures += 1
        print(f"FAILED {page}: {error}")


for table, entry in database["tables"].items():
    if not entry.get("hidden"):
        visit(f"/{name}/{table}", [html.escape(entry["title"])])
for query, entry in database["queries"].items():
    given = {parameter: values[parameter] for parameter in entry.get("params", [])}
    title = html.escape(entry["title"])
    visit(f"/{name}/{query}?" + urllib.parse.urlencode(given), [title])
    if given:
        # The form, with nothing filled in.
        visit(f"/{name}/{query}?" + urllib.parse.urlencode(dict.fromkeys(given, "")), [title])
version = json.loads(get("/-/versions.json"))["datasette"]["version"]
print(f"Datasette {version}: {pages} pages, {rows} rows, {failures} failures")
sys.exit(1 if failures else 0)
