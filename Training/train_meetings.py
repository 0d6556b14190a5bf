#!/usr/bin/env python3
"""Trains the model of meetings (Sources/CResources/models/meetings.model) from articles with gold records.

usage: scripts/train-meetings [--out FILE] [--check]

Two thirds of the annotated articles are trained on; a third is held back, chosen by a hash of the id, as are every fourth
development article and the even ones of Tests/Articles. --check trains on four fifths of the former at a time and judges the
fifth, so that a change of features can be measured without looking at what is held back.
Gradient boosting by LightGBM; thresholds and leaves are rounded to whole numbers (leaves in 1/1024 of log odds).
"""
import argparse, hashlib, json, math, os, struct, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
SHARED = os.environ.get("CHANCERY_SHARED", os.path.join(ROOT, "..", "shared"))
TOOL = os.path.join(ROOT, ".build/release/train-extraction")
sys.path.insert(0, os.path.join(SHARED, "records"))
import lightgbm
import numpy
import score as judge

PARAMETERS = dict(objective="binary", num_leaves=12, learning_rate=0.06, min_data_in_leaf=12, feature_fraction=0.5,
                  bagging_fraction=0.8, bagging_freq=1, lambda_l2=3, verbose=-1, num_threads=1, seed=8, deterministic=True)
SMALL = dict(PARAMETERS, min_data_in_leaf=20, num_leaves=8, lambda_l2=5)
EVENT_THRESHOLD, PRINCIPAL_THRESHOLD = -200, -200
# How much an anchor of a real article weighs against one of an invented article.
REAL_WEIGHT = 3
MARK = 0x0343484D
MISSING = -20000


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def is_held(id_):
    return int(hashlib.md5(id_.encode()).hexdigest(), 16) % 3 == 0


def weight(id_):
    return REAL_WEIGHT if id_.startswith(("dev", "seed", "unl")) else 1


def sources(held):
    """[(path of the articles, texts by id, gold by id)] of what is trained on, or of what is held back."""
    own = os.path.join(ROOT, "Tests/Articles/")
    dev = os.path.join(SHARED, "dev/")
    unlabelled = os.path.join(SHARED, "unlabelled/articles.jsonl")
    every = {g["id"]: n % 4 == 0 for n, g in enumerate(lines(dev + "gold.jsonl"), 1)}
    plan = [(dev + "articles.jsonl", lines(dev + "gold.jsonl"), every.get),
            (own + "articles.jsonl", lines(own + "gold.jsonl"), lambda i: int(i[-1]) % 2 == 0),
            (unlabelled, with_words(lines(HERE + "/unlabelled.gold.jsonl"), unlabelled), is_held),
            (HERE + "/written.articles.jsonl", lines(HERE + "/written.gold.jsonl"), is_held)]
    return [(path, {a["id"]: a["text"] for a in lines(path)}, {g["id"]: g for g in gold if bool(of(g["id"])) == held})
            for path, gold, of in plan]


def with_words(gold, articles):
    """Evidence given as [start, length] in code points becomes the words themselves."""
    texts = {a["id"]: a["text"] for a in lines(articles)}
    for record in gold:
        for meeting in record["meetings"]:
            meeting["evidence"] = [texts[record["id"]][a:a + n] for a, n in meeting["evidence"]]
    return gold


def run(*arguments):
    out = subprocess.run([TOOL, *arguments], capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def spans(text, evidence):
    squashed, back = judge.squash(text)
    needle = judge.squash(evidence)[0].strip()
    out, at = [], squashed.find(needle)
    while at >= 0 and needle:
        out.append((back[at], back[at + len(needle) - 1] + 1))
        at = squashed.find(needle, at + 1)
    return out


def evidence_spans(record, text):
    return [[s for e in m.get("evidence") or [] for s in spans(text, e)] for m in record["meetings"]]


def party(candidate):
    return {"name": candidate["name"], "kind": candidate["kind"], "country": candidate.get("country")}


# Labels

def label(sample, record, text):
    """One row an anchor: whether it tells of a meeting of the gold, and who of the candidates took part in that."""
    meetings, inside = record["meetings"], evidence_spans(record, text)
    rows = []
    for anchor in sample["anchors"]:
        if len(anchor["parties"]) < 2:
            continue
        best = None
        for number, ranges in enumerate(inside):
            if not any(a <= anchor["start"] < b for a, b in ranges):
                continue
            wanted = judge.principals(meetings[number])
            near = [max([nearness(c) for c in anchor["parties"] if judge.same_name(p, party(c))], default=0) for p in wanted]
            found = sum(n > 0 for n in near)
            rank = (found >= 2, sum(near) / max(1, len(wanted)))
            if found and (best is None or rank > best[0]):
                best = (rank, number, found)
        rows.append({"id": sample["id"], "features": anchor["features"], "event": int(best is not None and best[2] >= 2),
                     "parties": [dict(c, **capacity(c, meetings[best[1]] if best else None)) for c in anchor["parties"]]})
    return rows


def nearness(candidate):
    sentences, distance = candidate["features"][3], candidate["features"][4]
    return 1 / (3 + (abs(distance) if sentences == 0 else 40 + 20 * abs(sentences)))


def capacity(candidate, meeting):
    principal = attendee = 0
    for p in meeting["participants"] if meeting else []:
        is_person = p.get("kind", "person") == "person"
        if judge.same_name(p, party(candidate)) and is_person == (candidate["kind"] == "person"):
            if p.get("capacity", "principal") == "attendee":
                attendee = 1
            else:
                principal = 1
    return {"principal": principal, "attendee": attendee}


# Features that Swift makes of scores: LearnedRule.swift, in the same order

def company(index, parties, scores):
    others = [n for n in range(len(parties)) if n != index]
    one = parties[index]
    mates = [scores[n] for n in others if one["chain"] >= 0 and parties[n]["chain"] == one["chain"]]
    best = max([scores[n] for n in others], default=MISSING)
    group = max([scores[n] for n in others if parties[n]["mention"] == one["mention"]], default=MISSING)
    country = one.get("country")
    compatriot = max([scores[n] for n in others if country and parties[n].get("country") == country], default=MISSING)
    return [scores[index], sum(scores[n] > scores[index] for n in others), best, sum(scores[n] > 0 for n in others),
            len(mates), max(mates, default=MISSING), min(mates, default=MISSING), group, compatriot,
            0 if best == MISSING else scores[index] - best]


def summary(parties, scores, places):
    order = sorted(range(len(scores)), key=lambda n: (-scores[n], n))
    padded = [scores[n] for n in order] + [MISSING] * 4
    out = padded[:4] + [sum(s > 0 for s in scores), sum(s > -1000 for s in scores)]

    def both(missing, name):
        return [parties[order[n]]["features"][places[name]] if n < len(order) else missing for n in (0, 1)]
    out += both(-1, "kind") + both(-9, "sentences")
    top = [parties[n].get("country") for n in order[:2]]
    out.append(int(len(top) == 2 and top[0] is not None and top[0] == top[1]))
    return out + both(-99, "distance") + both(-9, "preposition") + both(-9, "rule")


def feature_places():
    """Where the named features stand, read from the Swift source, which is the one list of them."""
    with open(os.path.join(ROOT, "Sources/Extraction/Candidates/MeetingCandidates.swift"), encoding="utf-8") as file:
        body = file.read().split("argumentFeatures = [", 1)[1].split("]", 1)[0]
    return {name.strip().strip('"'): n for n, name in enumerate(x for x in body.split(",") if x.strip())}


# Training

def fit(features, labels, rounds, parameters=PARAMETERS, weights=None):
    return lightgbm.train(parameters, lightgbm.Dataset(numpy.array(features), numpy.array(labels), weight=weights), rounds)


def scores(model, features):
    return [int(round(1024 * x)) for x in model.predict(numpy.array(features), raw_score=True)] if features else []


def folds(ids, count):
    return {id_: n % count for n, id_ in enumerate(sorted(set(ids)))}


def train_anchors(rows, places, rounds=150):
    """Forests: first, principal, attendee, event. The later ones learn from scores of articles not trained on."""
    fold = folds([r["id"] for r in rows], 5)
    told = [r for r in rows if r["event"]]

    def first_features(r):
        return [c["features"] for c in r["parties"]]

    def full_features(r, key):
        return [c["features"] + company(n, r["parties"], r[key]) for n, c in enumerate(r["parties"])]
    for key, features in (("first", first_features), ("second", lambda r: full_features(r, "first"))):
        for k in range(5):
            base = [r for r in told if fold[r["id"]] != k]
            model = fit([f for r in base for f in features(r)], [c["principal"] for r in base for c in r["parties"]], rounds)
            for r in rows:
                if fold[r["id"]] == k:
                    r[key] = scores(model, features(r))
    first = fit([f for r in told for f in first_features(r)], [c["principal"] for r in told for c in r["parties"]], rounds)
    principal = fit([f for r in told for f in full_features(r, "first")],
                    [c["principal"] for r in told for c in r["parties"]], rounds)
    attendee = fit([f for r in told for f in first_features(r)], [c["attendee"] for r in told for c in r["parties"]], rounds)
    event = fit([r["features"] + summary(r["parties"], r["second"], places) for r in rows], [r["event"] for r in rows], rounds,
                weights=numpy.array([weight(r["id"]) for r in rows]))
    return [first, principal, attendee, event]


def place_matches(gold, found):
    a, b = judge.content(gold), judge.content(found)
    return bool(a and b and (a <= b or b <= a or len(a & b) / len(a | b) >= 0.5))


def train_meetings(path_of_model, data):
    """Forests: place, same. They learn from the meetings that the forests of anchors find."""
    place, pairs = ([], []), ([], [])
    for path, texts, gold in data:
        for line in run("meetings", "--model", path_of_model, path):
            record = gold.get(line["id"])
            if record is None:
                continue
            for i, j in judge.align(record["meetings"], line["meetings"], judge.meeting_sim):
                wanted = record["meetings"][i].get("place")
                for choice in next(p["places"] for p in line["places"] if p["meeting"] == j):
                    place[0].append(choice["features"])
                    place[1].append(int(bool(wanted) and place_matches(wanted, choice["value"])))
            told = [meeting_of(frame, record, texts[line["id"]]) for frame in line["frames"]]
            for pair in line["pairs"]:
                known = [told[n] for n in pair["known"] if told[n] is not None]
                if known and told[pair["frame"]] is not None:
                    pairs[0].append(pair["features"])
                    pairs[1].append(int(max(set(known), key=known.count) == told[pair["frame"]]))
    return [fit(*place, 100, SMALL), fit(*pairs, 100, SMALL)]


def meeting_of(frame, record, text):
    """The gold meeting that a frame tells of: by its evidence, else the only one with the same principals; None if neither."""
    found = [party(c) for c in frame["principals"]]

    def likeness(meeting):
        wanted = judge.principals(meeting)
        return judge.f1(len(judge.pair_up(wanted, found)), len(found), len(wanted))[2]
    inside = [(likeness(m), -n) for n, (m, ranges) in enumerate(zip(record["meetings"], evidence_spans(record, text)))
              if any(a <= frame["start"] < b for a, b in ranges)]
    if inside and max(inside)[0] >= 0.5:
        return -max(inside)[1]
    like = [n for n, m in enumerate(record["meetings"]) if likeness(m) >= 0.8]
    return like[0] if len(like) == 1 else None


def forest(model):
    if model is None:
        return [0, 0, 0]
    nodes, leaves, roots = [], [], []

    def walk(node):
        if "split_feature" not in node:
            leaves.append(int(round(1024 * node["leaf_value"])))
            return ~(len(leaves) - 1)
        assert node["decision_type"] == "<="
        index = len(nodes)
        nodes.append(None)
        below, above = walk(node["left_child"]), walk(node["right_child"])
        nodes[index] = (node["split_feature"], math.floor(node["threshold"]), below, above)
        return index
    for tree in model.dump_model()["tree_info"]:
        roots.append(walk(tree["tree_structure"]))
    return [len(nodes), len(leaves), len(roots)] + [x for node in nodes for x in node] + leaves + roots


def write(path, models):
    numbers = [MARK, EVENT_THRESHOLD, PRINCIPAL_THRESHOLD] + [x for model in models for x in forest(model)]
    with open(path, "wb") as file:
        file.write(struct.pack(f"<{len(numbers)}i", *numbers))


def train(path, rows, data):
    anchors = train_anchors(rows, feature_places())
    write(path, anchors + [None, None])
    write(path, anchors + train_meetings(path, data))


# Judging

def counts(model, data):
    """The judge's counts over articles, with the model."""
    total = {}
    with tempfile.TemporaryDirectory() as folder:
        for path, texts, gold in data:
            for id_ in gold:
                with open(os.path.join(folder, id_ + ".txt"), "w", encoding="utf-8") as file:
                    file.write(texts[id_])
            found = {r["id"]: r for r in run("extract", *(["--model", model] if model else []), path)}
            for key, value in judge.score(gold, found, folder, lambda *_: None).items():
                total[key] = total.get(key, 0) + value
    return total


def show(name, total):
    from collections import defaultdict
    rows, accuracies = judge.table(defaultdict(float, total))
    f = {r[0]: r[3] for r in rows}
    a = {r[0]: r[1] for r in accuracies}
    print(f"{name:34} n={int(rows[0][4]):4}  meetings P {rows[0][1]:.3f} R {rows[0][2]:.3f} F1 {rows[0][3]:.3f}  "
          f"wholly right {f['meetings, wholly right']:.3f}  participants {f['participants']:.3f}  "
          f"date {a['meeting date']:.3f}  place {a['meeting place']:.3f}  status {a['meeting status']:.3f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", default=os.path.join(ROOT, "Sources/CResources/models/meetings.model"))
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    open_, held = sources(False), sources(True)
    samples = {path: run("samples", path) for path, _, _ in open_}
    rows = [row for path, texts, gold in open_ for s in samples[path] if s["id"] in gold
            for row in label(s, gold[s["id"]], texts[s["id"]])]
    print(f"{sum(len(g['meetings']) for _, _, gold in open_ for g in gold.values())} meetings, {len(rows)} anchors, "
          f"{sum(r['event'] for r in rows)} of which tell of a meeting")
    if options.check:
        fold = folds([r["id"] for r in rows] + [i for _, _, g in open_ for i in g], 5)
        with tempfile.TemporaryDirectory() as folder:
            total, rules = {}, {}
            for k in range(5):
                path = os.path.join(folder, "fold.model")
                part = [(p, t, {i: g for i, g in gold.items() if fold[i] != k}) for p, t, gold in open_]
                rest = [(p, t, {i: g for i, g in gold.items() if fold[i] == k}) for p, t, gold in open_]
                train(path, [r for r in rows if fold[r["id"]] != k], part)
                for key, value in counts(path, rest).items():
                    total[key] = total.get(key, 0) + value
            show("five folds, rules alone", counts(None, open_))
            show("five folds, with the model", total)
        return
    train(options.out, rows, open_)
    for name, model in (("rules alone", None), ("with the model", options.out)):
        for one in held:
            show(f"held back, {os.path.relpath(one[0], ROOT)[-22:]}, {name}"[-34:], counts(model, [one]))
        show(f"held back, {name}", counts(model, held))


if __name__ == "__main__":
    main()
