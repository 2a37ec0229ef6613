"""What it takes to type a claim: thirty claims of the two articles, by ``kg add`` and as rows of a sheet.

    python -m benchmarks.typed ../shared/sources

Counted is every character of a command behind ``kg add ``, quotation marks included, and of a row every character of
its cells with one more for each cell that is filled; the entries of the two documents are not. Terms were looked up in
``kg terms`` before; what was refused when it was first run is left as it was typed, and counted.
"""

from __future__ import annotations

import csv
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
_COLUMNS = ("document", "quote", "about", "what", "value", "stance", "new", "side", "speaker", "to", "date", "negated")
_FLAGS = {"-s": "stance", "-n": "new", "--side": "side", "-b": "speaker", "-t": "to", "-o": "date"}


def kg(folder: str, *words: str) -> subprocess.CompletedProcess[str]:
    """One command in the workspace."""
    command = [sys.executable, "-m", "kg", "-C", folder, *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def workspace(sources: str, folder: str) -> str:
    """A workspace with the two articles and no claim."""
    kg(".", "init", folder, "--pair", "PRK", "RUS")
    for name, file in zip(("essay", "report"), sorted(Path(sources).glob("*.txt")), strict=True):
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


def main() -> None:
    """Print the two ways side by side."""
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_CACHE_HOME"] = place
        folder = workspace(sys.argv[1], f"{place}/typed")
        refused, seconds = [], time.perf_counter()
        for claim in CLAIMS:
            done = (
                kg(folder, "add", *claim[:5], *shlex.split(claim[5]))
                if claim[4]
                else kg(folder, "add", *claim[:4], *shlex.split(claim[5]))
            )
            if done.returncode:
                refused.append((claim, done.stderr))
        seconds = time.perf_counter() - seconds
        errors = kg(folder, "check").returncode
        typed = sum(len(command_of(c)) for c in CLAIMS) / len(CLAIMS)
        print(f"kg add      {typed:6.1f} characters a claim   {len(refused)} refused at first   "
              f"errors of kg check: {errors}   {seconds / len(CLAIMS):.2f} s a claim")  # fmt: skip
        for claim, why in refused:
            print("   ", command_of(claim), "\n       ", why.strip().replace("\n", "\n        "))
        folder = workspace(sys.argv[1], f"{place}/sheet")
        path = f"{place}/claims.csv"
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([_COLUMNS, *map(row_of, CLAIMS)])
        done = kg(folder, "add", "--from", path, "--partial")
        cells = sum(len(c) + 1 for claim in CLAIMS for c in row_of(claim) if c) / len(CLAIMS)
        errors = kg(folder, "check").returncode
        print(f"a sheet     {cells:6.1f} characters a claim   {done.stderr.splitlines()[-1]}   errors: {errors}")
        print(done.stdout)


if __name__ == "__main__":
    main()
