"""Runs every benchmark and writes the results, as they come, to benchmarks/RESULTS.md.

    python benchmarks/run.py [--icews FILE] [--treaties DIR] [--kglab PYTHON] [--only lookups,…] [--smallest]

It takes about an hour and 10 GB of disk; ``--only`` leaves the other parts of the file as they are. ``--smallest``
shows in a minute that each part runs: its figures mean nothing, so they are printed and nothing is written. The exit
code is 3 when a budget is missed.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import re
import subprocess
import sys

FOLDER = os.path.dirname(os.path.abspath(__file__))
RESULTS = os.path.join(FOLDER, "RESULTS.md")
PARTS = {
    "lookups": "Look-ups on the two articles",
    "claims": "Claims that people write, at size",
    "changes": "Lines of data sets that change",
    "scale": "Data sets at size",
    "networks": "Networks",
    "page": "The page",
    "draft": "Claims drafted from texts",
    "typed": "Claims typed",
}

#: What makes a part small.
SMALLEST = {
    "lookups": ["--runs", "1"],
    "claims": ["--sizes", "10,20"],
    "changes": ["--rows", "500", "--kinds", "events", "--shares", "10%"],
    "scale": ["--sizes", "400,800", "--names", "200", "--runs", "1"],
    "networks": ["--claims", "200", "--small", "100", "--ties", "100"],
    "page": ["--sizes", "5"],
    "draft": [],
    "typed": ["--claims", "2"],
}
#: The exit code of a part that missed a budget.
MISSED = 3


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--icews", metavar="FILE")
    parser.add_argument("--treaties", metavar="DIR")
    parser.add_argument("--kglab", metavar="PYTHON")
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--smallest", action="store_true")
    options = parser.parse_args()
    more: dict[str, list[str]] = {name: list(SMALLEST[name]) if options.smallest else [] for name in PARTS}
    for name in ("icews", "treaties"):
        more["scale"] += [f"--{name}", getattr(options, name)] if getattr(options, name) else []
    for part in ("lookups", "scale"):
        more[part] += ["--kglab", options.kglab] if options.kglab else []
    parts, missed = _old(), 0
    for name in options.only.split(","):
        print(f"{name} …", file=sys.stderr, flush=True)
        command = [sys.executable, os.path.join(FOLDER, f"{name}.py"), *more[name]]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode not in (0, MISSED):
            raise SystemExit(f"{name} failed:\n{done.stderr[-3000:]}")
        missed |= done.returncode
        if options.smallest:
            print(done.stdout, flush=True)
            continue
        kept = "a budget was missed" if done.returncode else "no budget was missed"
        when = f"{datetime.date.today()}, {platform.machine()}, {os.cpu_count()} cores; {kept}"
        parts[name] = f"{when}\n\n{done.stdout.strip()}\n"
        _write(parts)
    return missed


def _old() -> dict[str, str]:
    """The parts of the last results."""
    try:
        with open(RESULTS, encoding="utf-8") as file:
            found = re.split(r"^## (.*)$", file.read(), flags=re.M)
    except FileNotFoundError:
        return {}
    titles = {title: name for name, title in PARTS.items()}
    return {titles[t]: text.strip() + "\n" for t, text in zip(found[1::2], found[2::2], strict=True) if t in titles}


def _write(parts: dict[str, str]) -> None:
    head = "# What it costs\n\nWritten by `python benchmarks/run.py`; not to be changed by hand.\n"
    with open(RESULTS, "w", encoding="utf-8") as file:
        file.write(head + "".join(f"\n## {PARTS[n]}\n\n{parts[n]}" for n in PARTS if n in parts))


if __name__ == "__main__":
    sys.exit(main())
