"""How long the program takes to start and parse one sentence: 40 cold processes, wall clock and processor's time.

usage: Benchmarks/starting.py CHANCERY [FOLDER]    exit code 1 if the least time by the clock is not below 30 ms
"""

import os
import resource
import statistics
import subprocess
import sys
import time

SENTENCES = {
    "English": b"The minister met the president in Lima.",
    "Spanish": "El ministro se reunió con la presidenta en Lima.".encode(),
}
LIMIT = 0.030


def once(program, text):
    """Seconds by the clock and of the processor; the answer is looked at, so that a failure does not count as fast."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    result = subprocess.run([program, "parse"], input=text, capture_output=True)
    seconds = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode != 0 or b"\troot\t" not in result.stdout:
        sys.exit(f"starting.py: {program} parse failed: {result.stderr.decode()}")
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    program = os.path.abspath(sys.argv[1])
    lines = [
        "## Start and one sentence", "",
        "| language | median | least | processor's time, median |", "| --- | --: | --: | --: |",
    ]
    worst = 0
    for language, text in SENTENCES.items():
        runs = [once(program, text) for _ in range(41)][1:]
        times = [seconds for seconds, _ in runs]
        worst = max(worst, min(times))
        lines.append("| " + " | ".join([language] + [
            f"{value * 1000:.1f} ms"
            for value in (statistics.median(times), min(times), statistics.median(used for _, used in runs))
        ]) + " |")
    lines.append(f"\nThe machine's load was {os.getloadavg()[0]:.1f}; the aim is below {LIMIT * 1000:.0f} ms.")
    print("\n".join(lines))
    if len(sys.argv) > 2:
        os.makedirs(sys.argv[2], exist_ok=True)
        with open(os.path.join(sys.argv[2], "starting.md"), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    return 1 if worst >= LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
