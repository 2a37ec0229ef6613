"""Garbled TriG through reading and checking: 300 mutations of the sample and of the real facts, always findings."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from kg.compile.build import check_files
from kg.workspace import Workspace

from conftest import DATA, ROOT

TEXTS = [(DATA / "sample.trig").read_text(), *(f.read_text() for f in sorted((ROOT / "facts").rglob("*.trig")))]
#: What does not belong where it lands: marks of RDF 1.2, controls, huge figures, deep brackets, names of all kinds.
ODD = [
    "<<", " <<( e:a e:b e:c )>> ", ">>", "{|", "|}", "~", "\u202e", "\x00", "\x1b", "\ufeff", "\u00a0", "\U000e0041", "9" * 400, "9" * 5000, "1e400", "-INF",
    "[ " * 500, "(" * 500, "{" * 50, "] " * 50, "\\", "\\u0000", "\\U00110000", "\\uD800", "#", "@", "^^", '"', "'", '"""', "'''", ".", ";", ",", "a", "true",
    "@prefix x: <a b> .", "@base <http://x/y#z> .", '@version "1.2" .', "PREFIX", "GRAPH", "_:b", "_:b { _:b a _:b }", '"x"@en--ltr', "<http://a b>", "<rel>", "<>",
    "<urn:x>", "<urn:x:é>", "<http://[::1]>", "e:a\\#b", "c:x\\#y", "<http://x/c#derived>", "c:x\\#y a br:Claim .", '"x"^^xsd:integer', '"-0044"^^xsd:gYear',
    '"99999999999-01-01"^^xsd:date', '"2024-02-30"', "br:paragraph 99999999999999999999 ;", "oa:start -1 ;", 'br:date "9999999999" ;', 'br:passage "text" ;',
    'br:statedBy "x" ;', 'br:inDocument "x" ;', "br:stance 1 ;", "a 1 ;", "rdfs:label <x:y> ;", "br:supersedes 7 ;", "e:a e:b e:c {| e:d e:e |} .",
]  # fmt: skip


def _tokens(rng: random.Random, text: str, change: Callable[[list[str]], None]) -> str:
    tokens = re.findall(r"\s+|\S+", text)
    if tokens:
        change(tokens)
    return "".join(tokens)


def mutated(seed: int) -> str:
    """A text with one to four faults; the same seed gives the same. Each oddity comes up in some."""
    rng, odd = random.Random(seed), ODD[seed % len(ODD)]
    text = rng.choice(TEXTS[:1] * 4 + TEXTS[1:])
    for _ in range(rng.choice([1, 1, 1, 2, 4])):
        at, kind = rng.randrange(len(text) + 1), rng.randrange(7)
        end = at + rng.choice([1, 3, 20, 300, 900])
        if kind == 0:  # cut
            text = text[:at]
        elif kind == 1 and at < len(text):  # flip a bit
            text = text[:at] + chr(ord(text[at]) ^ 1 << rng.randrange(7)) + text[at + 1 :]
        elif kind == 2:  # delete
            text = text[:at] + text[end:]
        elif kind == 3:  # say twice
            text = text[:end] + text[at:end] + text[end:]
        elif kind == 4:  # put in
            text = text[:at] + odd + text[at:]
        elif kind == 5:  # exchange
            one, other = rng.random(), rng.random()

            def swap(tokens: list[str], one: float = one, other: float = other) -> None:
                i, j = int(one * len(tokens)), int(other * len(tokens))
                tokens[i], tokens[j] = tokens[j], tokens[i]

            text = _tokens(rng, text, swap)
        else:  # replace
            where = rng.random()
            text = _tokens(rng, text, lambda tokens, i=where, odd=odd: tokens.__setitem__(int(i * len(tokens)), odd))  # type: ignore[misc]
    return text


@pytest.mark.parametrize("tens", range(30))
def test_300_garbled_texts_are_findings_with_their_place(tmp_path: Path, tens: int) -> None:
    path, workspace = tmp_path / "garbled.trig", Workspace(str(ROOT))
    for seed in range(10 * tens, 10 * tens + 10):
        data = mutated(seed).encode("utf-8", "surrogatepass")
        path.write_bytes(data)
        lines = data.decode("utf-8", "replace").split("\n")
        for finding in check_files(workspace, [str(path)]):
            assert finding.message, seed
            assert finding.file == str(path), (seed, finding)
            assert 1 <= finding.line <= len(lines), (seed, finding)
            assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1, (seed, finding)
