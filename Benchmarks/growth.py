#!/usr/bin/env python3
"""Times the import of made-up records: is the last tenth of them as quick as the first?

usage: Benchmarks/growth.py PROGRAM [RECORDS [FOLDER]]      (100,000 records unless told otherwise)
       Benchmarks/growth.py --skewed PROGRAM [RECORDS [FOLDER]]

Where surnames are dense every name goes with every country and office; with --skewed there are 20,000 people, each of
one country and at most two offices, and the n-th is met about 1/n times as often as the first.

Writes ten files of records about made-up people, imports one after the other into one database, and prints the time
per record for each, and the last divided by the first. With FOLDER it writes growth.md and growth.json there, too.
"""
import bisect, itertools, json, os, random, subprocess, sys, tempfile, time

GIVEN = ["Ana", "Luis", "John", "Mary", "Pedro", "Elena", "Omar", "Nadia", "Viktor", "Irina", "Paul", "Kenji", "Lucia",
         "Tomas", "Helena", "Marko", "James", "Amina", "Chen", "Rosa", "David", "Sara", "Igor", "Julia", "Hassan"]
STEMS = ["Ruiz", "Weiss", "Moreno", "Halmos", "Volkov", "Okafor", "Tanaka", "Silva", "Berg", "Haddad", "Novak", "Costa"]
ENDS = ["", "ov", "ez", "sen", "ini", "ski", "ard", "ano", "eda", "ell"]
ROLES = ["President", "Foreign Minister", "Prime Minister", "Defense Minister", "ambassador", "special envoy"]
COUNTRIES = ["ES", "MX", "US", "FR", "BR", "CO", "JP", "KE", "NG", "RU", "CN", "AR", "CL", "PE", "DE", "IT"]
PLACES = ["Madrid", "Geneva", "Lima", "Tokyo", "Nairobi", "Rome", "Berlin", None]


def person(random):
    given = random.choice(GIVEN)
    surname = random.choice(STEMS) + random.choice(ENDS)
    if random.random() < 0.1:
        given = ""
    elif random.random() < 0.1:
        surname += " " + random.choice(STEMS)
    return {"name": (given + " " + surname).strip(), "kind": "person", "role": random.choice(ROLES),
            "country": random.choice(COUNTRIES), "capacity": "principal"}


def population(random, count=20_000):
    """People of one country and two offices each, and how often they are met, summed up."""
    parts = ["ba", "ro", "mi", "ka", "ten", "lo", "var", "shi", "gon", "dal", "per", "zu", "nel", "mar", "tor", "vik"]
    surnames = ["".join(random.choice(parts) for _ in range(3)).capitalize() for _ in range(6_000)]
    people = [{"name": random.choice(GIVEN) + " " + random.choice(surnames), "country": random.choice(COUNTRIES),
               "roles": random.sample(ROLES, 2)} for _ in range(count)]
    return people, list(itertools.accumulate(1 / (rank + 10) for rank in range(count)))


def one_of(people, weights, random):
    found = people[bisect.bisect(weights, random.random() * weights[-1])]
    return {"name": found["name"], "kind": "person", "role": random.choice(found["roles"]),
            "country": found["country"], "capacity": "principal"}


def record(number, random, person=person):
    people = [person(random), person(random)]
    day = "2%03d-%02d-%02d" % (random.randint(0, 23), random.randint(1, 12), random.randint(1, 28))
    words = f"{people[0]['name']} met {people[1]['name']} ({number})."
    said = f"the talks were useful, as number {number} shows"
    return {"id": f"made-{number:06d}", "language": "en", "published": day,
            "text": f"{words} {people[0]['name']} said {said}.\n",
            "meetings": [{"status": "held", "mode": "in_person", "date": day, "place": random.choice(PLACES),
                          "participants": people, "topics": ["trade"], "evidence": [words]}],
            "statements": [{"kind": "indirect", "speakers": [{"name": people[0]["name"], "kind": "person"}],
                            "text": said}]}


def main():
    arguments = [a for a in sys.argv[1:] if a != "--skewed"]
    program = arguments[0]
    total = int(arguments[1]) if len(arguments) > 1 else 100_000
    source = random.Random(1)
    make = person
    if len(arguments) < len(sys.argv) - 1:
        people, weights = population(source)
        make = lambda random: one_of(people, weights, random)
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, "base.db")
        times = []
        users = []
        walls = []
        for tenth in range(10):
            path = os.path.join(folder, f"{tenth}.jsonl")
            with open(path, "w", encoding="utf-8") as file:
                for number in range(tenth * total // 10, (tenth + 1) * total // 10):
                    file.write(json.dumps(record(number, source, make), ensure_ascii=False) + "\n")
            # Processor time: other work on the machine does not count.
            before = os.times()
            start = time.perf_counter()
            subprocess.run([program, "import", "--db", database, "--records", path], check=True,
                           stdout=subprocess.DEVNULL)
            wall = time.perf_counter() - start
            after = os.times()
            used = after.children_user - before.children_user + after.children_system - before.children_system
            times.append(used * 10 / total)
            users.append(after.children_user - before.children_user)
            walls.append(wall)
            print(f"tenth {tenth + 1}: {used * 1e6 * 10 / total:.0f} us of processor time a record, "
                  f"{wall * 1e6 * 10 / total:.0f} us elapsed", flush=True)
        size = os.path.getsize(database)
        print(f"last / first: {times[-1] / times[0]:.2f}; user time alone {users[-1] / users[0]:.2f}, "
              f"elapsed {walls[-1] / walls[0]:.2f}")
        print(f"size: {size / 1e6:.0f} MB")
        if len(arguments) > 2:
            write(arguments[2], total, times, size)


def write(folder, total, times, size):
    results = {f"tenth {index + 1}, processor time a record, us": time * 1e6 for index, time in enumerate(times)}
    results |= {"last tenth to first": times[-1] / times[0], "bytes of file per record": size / total}
    with open(os.path.join(folder, "growth.json"), "w", encoding="utf-8") as file:
        json.dump({"records": total, "results": results}, file, indent=1)
    with open(os.path.join(folder, "growth.md"), "w", encoding="utf-8") as file:
        file.write(f"## Growth: {total:,} made-up records\n\n| | |\n| --- | --: |\n")
        file.writelines(f"| {name} | {value:,.2f} |\n" for name, value in results.items())


if __name__ == "__main__":
    main()
