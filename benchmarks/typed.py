"""What it takes to type a claim: thirty claims of the two articles, by ``kg add`` and as rows of a sheet.

    python benchmarks/typed.py [--sources DIR] [--claims N]

Counted is every character of a command behind ``kg add ``, quotation marks included, and of a row every character of
its cells with one more for each cell that is filled; the entries of the two documents are not. Terms were looked up in
``kg terms`` before; what was refused when it was first run is left as it was typed, and counted.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

Claim = tuple[str, ...]
#: document, quote, about, what, value, and options as kg add has them.
with open(Path(__file__).with_suffix(".csv"), encoding="utf-8", newline="") as _file:
    CLAIMS: list[Claim] = [tuple(row) for row in csv.reader(_file)][1:]
_SOURCES = Path(__file__).resolve().parent.parent.parent / "shared" / "sources"
_COLUMNS = ("document", "quote", "about", "what", "value", "stance", "new", "side", "speaker", "to", "date", "negated")
_FLAGS = {"-s": "stance", "-n": "new", "--side": "side", "-b": "speaker", "-t": "to", "-o": "date"}


def kg(folder: str, *words: str) -> subprocess.CompletedProcess[str]:
    """One command in the workspace."""
    command = [sys.executable, "-m", "kg", "-C", folder, *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def workspace(sources: Path, folder: str) -> str:
    """A workspace with the two articles and no claim."""
    kg(".", "init", folder, "--pair", "PRK", "RUS")
    for name, file in zip(("essay", "report"), sorted(sources.glob("*.txt")), strict=True):
        kg(folder, "source", "add", str(file), "--id", name, "--lang", "en")
    return folder


def command_of(claim: Claim) -> str:
    """What is typed behind ``kg add ``: words in double quotation marks where they have spaces."""
    words = [f'"{w}"' if re.search(r"[^\w.%-]", w) else w for w in claim[:5] if w]
    return " ".join([*words, claim[5]]).strip()


def row_of(claim: Claim) -> list[str]:
    """The same as a row."""
    cells = dict(zip(_COLUMNS, claim[:5], strict=False))
    options = shlex.split(claim[5])
    while options:
        flag = options.pop(0)
        if flag == "--not":
            cells["negated"] = "yes"
        else:
            cells[_FLAGS[flag]] = options.pop(0)
    return [cells.get(c, "") for c in _COLUMNS]


def typed(folder: str, claims: list[Claim]) -> tuple[int, float]:
    """How many commands are refused, which is said beside the table, and seconds for each."""
    refused, start = 0, time.perf_counter()
    for claim in claims:
        done = kg(folder, "add", *filter(None, claim[:5]), *shlex.split(claim[5]))
        if done.returncode:
            refused += 1
            print(f"{command_of(claim)}\n    {' '.join(done.stderr.split())}", file=sys.stderr)
    return refused, (time.perf_counter() - start) / len(claims)


def by_sheet(folder: str, claims: list[Claim], place: str) -> tuple[int, float]:
    """The same for rows of one sheet."""
    path, start = os.path.join(place, "claims.csv"), time.perf_counter()
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([_COLUMNS, *map(row_of, claims)])
    done = kg(folder, "add", "--from", path, "--partial", "--format", "json")
    rows = json.loads(done.stdout)["rows"]
    return sum(r["state"] == "refused" for r in rows), (time.perf_counter() - start) / len(claims)


def main() -> int:
    """Print the two ways side by side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=Path, default=_SOURCES, help="the folder with the two articles")
    parser.add_argument("--claims", type=int, default=len(CLAIMS), help="only the first so many")
    options = parser.parse_args()
    claims = CLAIMS[: options.claims]
    signs = {
        "kg add": sum(len(command_of(c)) for c in claims) / len(claims),
        "a sheet": sum(len(cell) + 1 for c in claims for cell in row_of(c) if cell) / len(claims),
    }
    print("| way | claims | characters a claim | refused at first | errors of kg check | s a claim |")
    print("| --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_CACHE_HOME"] = place
        for way, characters in signs.items():
            folder = workspace(options.sources, os.path.join(place, way.replace(" ", "-")))
            refused, seconds = typed(folder, claims) if way == "kg add" else by_sheet(folder, claims, place)
            found = json.loads(kg(folder, "check", "--format", "json").stdout)
            errors = sum(f["severity"] == "error" for f in found)
            print(f"| {way} | {len(claims)} | {characters:.1f} | {refused} | {errors} | {seconds:.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
