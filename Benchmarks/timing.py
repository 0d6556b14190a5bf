"""Timing of whole commands: cold processes, medians, peak memory. Used by the parts of the benchmark."""

import collections
import json
import os
import platform
import statistics
import subprocess
import sys
import time


# Seconds by the clock, seconds of processor time (user and system), peak memory in MB, and the exit code.
Run = collections.namedtuple("Run", "seconds cpu megabytes code")


def once(command, stdin=None, env=None):
    """Runs a command with its output thrown away."""
    source = open(stdin or os.devnull, "rb")
    with source, open(os.devnull, "wb") as sink:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdin=source, stdout=sink, stderr=sink, env=env)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return Run(time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024,
                   process.returncode)


def measure(commands, runs=7, stdin=None):
    """Runs several commands in turn, so that what else the machine does hits all alike; name -> median, least, MB."""
    taken = {name: [] for name in commands}
    for command in commands.values():
        once(command, stdin)  # into the page cache
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(once(command, stdin))
    results = {}
    for name, values in taken.items():
        codes = {run.code for run in values}
        if codes != {0}:
            print(f"bench: {name}: exit codes {sorted(codes)}: {' '.join(commands[name])}", file=sys.stderr)
            continue
        results[name] = {
            "median": statistics.median(run.seconds for run in values),
            "least": min(run.seconds for run in values),
            "cpu": statistics.median(run.cpu for run in values),
            "megabytes": max(run.megabytes for run in values),
            "runs": runs,
        }
    return results


class Table:
    """Rows of what was measured, as Markdown and JSON."""

    def __init__(self, title):
        self.title = title
        self.rows = []

    def compare(self, what, results, ours, peer):
        """Adds a row of one of ours beside a peer; a peer that is not there is said so."""
        mine, other = results.get(ours), results.get(peer)
        if mine is None:
            return
        self.rows.append({
            "what": what, "chancery": mine, "peer": peer, "peer_result": other,
            "ratio": mine["median"] / other["median"] if other else None,
            "ratio_of_least": mine["least"] / other["least"] if other else None,
            "ratio_of_cpu": mine["cpu"] / other["cpu"] if other and other["cpu"] else None,
        })

    def markdown(self):
        lines = [
            f"## {self.title}", "",
            "| what | chancery, median | least | processor | peak MB | peer | median | least | processor "
            "| ratio of medians | of least | of processor time |",
            "| --- | --: | --: | --: | --: | --- | --: | --: | --: | --: | --: | --: |",
        ]
        for row in self.rows:
            mine, other = row["chancery"], row["peer_result"]
            cells = [row["what"], seconds(mine["median"]), seconds(mine["least"]), seconds(mine["cpu"]),
                     f"{mine['megabytes']:.0f}"]
            if other:
                cells += [row["peer"], seconds(other["median"]), seconds(other["least"]), seconds(other["cpu"]),
                          f"{row['ratio']:.2f}", f"{row['ratio_of_least']:.2f}",
                          f"{row['ratio_of_cpu']:.2f}" if row["ratio_of_cpu"] else "-"]
            else:
                cells += ["-"] * 7
            lines.append("| " + " | ".join(cells) + " |")
        return "\n".join(lines) + "\n"


def seconds(value):
    """A time in ms or s."""
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def version(*command):
    """The first line that a command prints of its version, or None."""
    try:
        text = subprocess.run(command, capture_output=True, text=True).stdout
        return text.splitlines()[0] if text else None
    except OSError:
        return None


def machine():
    """What it was measured on."""
    return {
        "machine": platform.machine(), "cores": os.cpu_count(), "system": platform.platform(),
        "load": os.getloadavg()[0], "python": platform.python_version(), "sqlite3": version("sqlite3", "--version"),
    }


def write(path, tables, about):
    """Writes the tables, and what they were measured on, as path.md and path.json."""
    with open(path + ".md", "w", encoding="utf-8") as file:
        file.write("\n".join(table.markdown() for table in tables))
        file.write("\n" + ", ".join(f"{key} {value}" for key, value in about.items()) + "\n")
    with open(path + ".json", "w", encoding="utf-8") as file:
        json.dump({"about": about, "tables": [vars(table) for table in tables]}, file, indent=1)
