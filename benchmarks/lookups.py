"""What a look-up costs: CPU time of fresh processes, as ratios to floors measured in the same run.

    python benchmarks/lookups.py [--runs 15] [--kglab PYTHON]

Medians of CPU time (user + system, children included). ``--kglab`` names a Python that has kglab, to compare with.
The exit code is 3 when a budget is missed.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import version

KG = shutil.which("kg", path=os.path.dirname(sys.executable)) or "kg"
FLOORS = {
    "import click": [sys.executable, "-c", "import click"],
    "import click, sqlite3": [sys.executable, "-c", "import click, sqlite3"],
    "import click, pyoxigraph": [sys.executable, "-c", "import click, pyoxigraph"],
}
#: name: (arguments of kg, floor, the budget as a multiple of the floor or None)
COMMANDS: dict[str, tuple[list[str], str, float | None]] = {
    "kg --help": (["--help"], "import click", 1.3),
    'kg fact "tumen bridge" length': (["fact", "tumen bridge", "length"], "import click, sqlite3", 1.35),
    "kg fact PRK trade": (["fact", "PRK", "trade"], "import click, sqlite3", 1.35),
    "kg fact PRK": (["fact", "PRK"], "import click, sqlite3", 1.7),
    "kg claim report-034": (["claim", "report-034"], "import click, sqlite3", None),
    "kg brief PRK RUS": (["brief", "PRK", "RUS"], "import click, sqlite3", None),
    "kg search Мишустин": (["search", "Мишустин"], "import click, sqlite3", None),
    "kg sparql transport-links": (["sparql", "transport-links"], "import click, pyoxigraph", None),
}


def cpu(command: list[str], folder: str) -> float:
    """Milliseconds of CPU that a process and its children take. Raises CalledProcessError when it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--kglab", metavar="PYTHON")
    options = parser.parse_args()
    jobs = dict(FLOORS) | {name: [KG, *args] for name, (args, _, _) in COMMANDS.items()}
    if options.kglab:
        jobs["import kglab"] = [options.kglab, "-c", "import kglab"]
    with tempfile.TemporaryDirectory() as folder:  # no workspace here: the bundled facts answer
        for command in jobs.values():  # the first run builds stores and byte code
            cpu(command, folder)
        times: dict[str, list[float]] = {name: [] for name in jobs}
        for _ in range(options.runs):  # in turns, so that a noisy minute hits all alike
            for name, command in jobs.items():
                times[name].append(cpu(command, folder))
    median = {name: statistics.median(values) for name, values in times.items()}
    print(
        f"kg {version('bilateral-kg')}, Python {platform.python_version()}, pyoxigraph {version('pyoxigraph')}, ",
        end="",
    )
    print(f"click {version('click')}, {os.cpu_count()} cores, {options.runs} runs\n")
    print("| command | CPU ms | ratio to | ratio | budget |\n| --- | --- | --- | --- | --- |")
    for name in FLOORS:
        print(f"| {name} | {median[name]:.0f} | | | |")
    missed = 0
    for name, (_, floor, budget) in COMMANDS.items():
        ratio = median[name] / median[floor]
        missed += budget is not None and ratio > budget
        print(f"| {name} | {median[name]:.0f} | {floor} | {ratio:.2f} | {budget or ''} |")
    if options.kglab:
        ratio = median["kg fact PRK trade"] / median["import kglab"]
        missed += ratio > 1 / 15
        print(f"| import kglab | {median['import kglab']:.0f} | kg fact PRK trade | 1/{1 / ratio:.1f} | 1/15 |")
    return 3 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
