"""What it takes to type a claim: thirty claims of the two articles, by ``kg add`` and as rows of a sheet.

    python -m benchmarks.typing ../shared/sources

Counted is every character of a command behind ``kg add ``, quotation marks included, and of a row every character of
its cells with one more for each cell that is filled; the entries of the two documents are not. A round is one run that
was needed until ``kg check`` finds no error: commands and rows stand here as they were first typed.
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

#: document, quote, about, what, value, then options as kg add has them: the columns of the sheet have the same names.
CLAIMS: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("report", "1-kilometer-long bridge over the Tumen River", "Tumen bridge", "length", "1 km", "-s planned -n structure"),
    ("report", "take approximately 1.5 years to complete", "Tumen bridge", "duration", "about 1.5 years", "-s expected -b 'Russian state media' -n media"),
    ("report", "10-lane facility", "Tumen bridge", "lanes", "10", "-s planned"),
    ("report", "deepened in June 2024 when they signed a defense pact", "PRK, RUS", "sign agreement", "defense pact", "-o 'June 2024' -n agreement"),
    ("report", "around 12,000 North Korean troops", "PRK", "troops", "about 12000", "-s reported -t RUS"),
    ("report", "97% of North Korea’s foreign trade", "PRK", "trade-share", "about 97 %", "-t CHN"),
    ("report", "only around 1.2%", "PRK", "trade-share", "about 1.2 %", "-t RUS"),
    ("report", "approximately 17 active road and rail connections", "PRK", "crossings", "about 17", "-t CHN -b KOR"),
    ("report", "Russia has been supplying North Korea with essential goods", "RUS", "supplies", "essential goods", "-n commodity"),
    ("report", "described the bridge as a significant milestone", "Tumen bridge", "describedAs", "a significant milestone", "-b 'Mikhail Mishustin' -n person --side RUS"),
    ("report", "“historic monument”", "Tumen bridge", "describedAs", "historic monument", "-b 'Pak Thae-song' -n person --side PRK"),
    ("report", "a meeting between Russian President Vladimir Putin", "PRK, RUS", "meet", "", ""),
    ("report", "They agreed to build", "PRK, RUS", "describedAs", "agreed to build a bridge", ""),
    ("report", "intended to boost not only travel for locals but also tourism", "Tumen bridge", "facilitates", "tourism", "-s planned -b KCNA -n media"),
    ("report", "connections already exist via railway and air", "PRK, RUS", "describedAs", "linked by railway and air", ""),
    ("report", "it has sent thousands of troops", "PRK", "troops", "thousands", "-t RUS -b PRK"),
    ("report", "a limited number of Russian tourists", "RUS", "visitors", "a limited number", "-o 'since February 2024' -t PRK"),
    ("report", "larger groups from China remain absent", "CHN", "visitors", "some", "-t PRK --not"),
    ("essay", "enabling easier movement of goods, services", "Tumen bridge", "facilitates", "movement of goods", "-s expected"),
    ("essay", "limited trade between the two nations", "PRK, RUS", "describedAs", "limited trade", ""),
    ("essay", "provide an opportunity for technology transfer", "RUS", "describedAs", "technology transfer", "-s assessed"),
    ("essay", "South Korea has voiced concerns", "KOR", "voice concern", "Tumen bridge", ""),
    ("essay", "Japan, too, has raised warnings", "JPN", "voice concern", "Tumen bridge", ""),
    ("essay", "Both Russia and North Korea face heavy sanctions", "PRK, RUS", "describedAs", "under heavy sanctions", ""),
    ("essay", "create new channels to bypass international sanctions", "RUS", "describedAs", "bypassing sanctions", "-s assessed"),
    ("essay", "A reduction in dependency on limited trading partners", "PRK", "describedAs", "less dependent on China", "-s expected"),
    ("essay", "Strengthened influence over North Korean development", "RUS", "describedAs", "stronger in North Korea", "-s expected"),
    ("essay", "separates Russia’s Primorsky Krai", "Tumen River", "describedAs", "a border river", "-n place"),
    ("essay", "Russia perceiving North Korea as a strategic partner", "RUS", "describedAs", "seeing a strategic partner", "-s assessed"),
    ("essay", "early development has already begun", "Tumen bridge", "describedAs", "begun", ""),
)  # fmt: skip
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


def command_of(claim: tuple[str, str, str, str, str, str]) -> str:
    """What is typed behind ``kg add ``: words in double quotation marks where they have spaces."""
    words = [f'"{w}"' if re.search(r"[^\w.%-]", w) else w for w in claim[:5] if w]
    return " ".join([*words, claim[5]]).strip()


def row_of(claim: tuple[str, str, str, str, str, str]) -> list[str]:
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
