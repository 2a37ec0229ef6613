"""One claim typed: its words are found, what was guessed is told, what is missing is named, or asked on a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, Run

TEXT = """The bridge of Tumen will be 850 metres long and carry nearly 300 vehicles a day, TASS reported.

Kim visited the bridge of Tumen in June 2024. Nearly 300 vehicles wait.
"""
FIRST = ("talks", "will be 850 metres long", "Bridge of Tumen", "length", "850 m")


@pytest.fixture
def ws(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "ws"
    assert run("init", folder, "--pair", "PRK", "RUS").returncode == 0
    (tmp_path / "talks.txt").write_text(TEXT, encoding="utf-8")
    assert run("-C", folder, "source", "add", tmp_path / "talks.txt", "--id", "talks", "--lang", "en").returncode == 0
    return folder


def test_five_words_are_a_claim_that_passes_its_checks(run: Run, ws: Path) -> None:
    done = run("-C", ws, "add", *FIRST, "-s", "planned", "-n", "structure")
    assert done.returncode == 0, done.stderr
    assert "“will be 850 metres long”" in done.stdout or "850" in done.stdout
    text = (ws / "facts/documents/talks.trig").read_text(encoding="utf-8")
    assert "br:value 850" in text
    assert "stance:planned" in text
    assert "br:paragraph 1 ; oa:start 20 ; oa:end 43" in text
    assert run("-C", ws, "check").returncode == 0
    options = ("--doc", "talks", "--quote", FIRST[1], "--about", FIRST[2], "--what", "length", "--value", "850 m")
    again = run("-C", ws, "add", *options, "--stance", "planned")
    assert again.returncode == 2
    assert "says the same already" in again.stderr
    assert run("-C", ws, "add", "talks", "--doc", "talks").returncode == 2


def test_a_quote_that_was_typed_otherwise_is_found_and_told(run: Run, ws: Path) -> None:
    spaced = run("-C", ws, "add", "talks", "will be 850\n metres  long", *FIRST[2:], "-n", "structure", "--dry-run")
    assert spaced.returncode == 0
    assert "but for spaces" in spaced.stdout
    typo = run("-C", ws, "add", "talks", "will be 850 metrs long and carry", *FIRST[2:], "-n", "structure", "--dry-run")
    assert typo.returncode == 0
    assert "by its spelling" in typo.stdout
    figure = run("-C", ws, "add", "talks", "will be 350 metres long", *FIRST[2:], "-n", "structure", "--dry-run")
    assert figure.returncode == 2
    assert "Its figures are others" in figure.stderr
    several = run("-C", ws, "add", "talks", "300 vehicles", *FIRST[2:], "-n", "structure", "--dry-run")
    assert several.returncode == 2
    assert "--paragraph" in several.stderr
    one = ("--paragraph", "2", "-n", "structure", "--dry-run", "--inferred")
    assert run("-C", ws, "add", "talks", "300 vehicles", *FIRST[2:], *one).returncode == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--quote", "x"), "--doc is missing"),
        (("talks",), "--quote is missing"),
        (FIRST[:2], "--what is missing"),
        ((*FIRST[:2], "--what", "length"), "--about is missing"),
        (FIRST[:4], "--value is missing"),
        ((*FIRST[:3], "lenght", "850 m"), "No term is called ‘lenght’"),
        (FIRST, "Nothing here is called ‘Bridge of Tumen’"),
        ((*FIRST, "--side", "PRK"), "--side is the side of something new"),
    ],
)
def test_what_is_missing_or_unknown_is_named(run: Run, ws: Path, words: tuple[str, ...], told: str) -> None:
    done = run("-C", ws, "add", *words)
    assert done.returncode == 2
    assert told in done.stderr
    assert "br:Claim" not in (ws / "facts/documents/talks.trig").read_text(encoding="utf-8")


def test_a_new_speaker_has_a_side(run: Run, ws: Path) -> None:
    by = ("--by", "Kim Yong", "-n", "person", "-n", "Bridge of Tumen=structure", "--side", "PRK")
    done = run("-C", ws, "add", *FIRST, *by[:2], "-n", "Kim Yong=person", *by[4:6], "--side", "Kim Yong=PRK")
    assert done.returncode == 0, done.stderr
    assert "br:nationalOf e:PRK" in (ws / "facts/documents/talks.trig").read_text(encoding="utf-8")


def test_a_person_at_a_terminal_is_asked(ws: Path) -> None:
    """What is missing is asked part by part; an unknown name may be answered as a new thing."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "kg", "-C", str(ws), "add", "talks", FIRST[1], FIRST[2], "length"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, cwd=ws) as process:
        os.close(theirs)
        seen, answers = "", [("value? ", "850 m\n"), ("about? ", "new structure\n")]
        while True:
            try:
                some = os.read(ours, 4096)
            except OSError:
                break
            if not some:
                break
            seen += some.decode("utf-8", "replace")
            if answers and answers[0][0] in seen:
                os.write(ours, answers.pop(0)[1].encode())
    os.close(ours)
    assert process.returncode == 0, seen
    assert not answers
    assert "br:value 850" in (ws / "facts/documents/talks.trig").read_text(encoding="utf-8")


def test_a_claim_says_no_more_than_its_words(run: Run, tmp_path: Path) -> None:
    """What an analyst's claims once said beyond their sources: another unit, a denial in the positive, a lost date."""
    ws = tmp_path / "kaz"
    text = tmp_path / "news.txt"
    text.write_text(
        "News of the Keles bridge\n\nThe bridge is about 740 metres long. Kazakhstan never supplied Uzbekistan. "
        "Kazakhstan supplied Uzbekistan in January 2025. The minister of transport, Ilhom Makhkamov, spoke.\n"
    )
    run("init", ws, "--pair", "KAZ", "UZB")
    assert run("-C", ws, "source", "add", text, "--id", "n").returncode == 0
    length = ("n", "about 740 metres long", "Keles bridge", "length")
    for value, told in (("740 km", "not 740 km"), ("790 m", "not 790 m")):
        other = run("-C", ws, "add", *length, value, "-n", "structure")
        assert other.returncode == 2
        assert told in other.stderr
    assert "length: about 740 m" in run("-C", ws, "add", *length, "740 m", "-n", "structure").stdout
    denied = run("-C", ws, "add", "n", "Kazakhstan never supplied Uzbekistan", "KAZ", "supplies", "UZB", "--not").stdout
    assert "not: Kazakhstan: supplies Uzbekistan" in denied
    dated = run("-C", ws, "add", "n", "supplied Uzbekistan in January 2025", "KAZ", "supplies", "UZB", "-o", "2025-01")
    assert "Kazakhstan: supplies Uzbekistan, 2025-01" in dated.stdout
    assert 'br:validFrom "2025-01-01" ; br:validUntil "2025-01-31"' in (ws / "facts/documents/n.trig").read_text()
    parts = run("-C", ws, "add", "n", "supplied Uzbekistan in", "KAZ", "supplies", "UZB", "--and", "item=grain")
    assert "supplies joins two" in parts.stderr
    office = run("-C", ws, "add", "n", "minister of transport", "UZB", "office", "minister of transport")
    assert office.returncode == 2, "an office of another state is not taken for it"
