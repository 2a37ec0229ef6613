"""Whole answers, letter by letter, in three languages: whatever changes in one shows as a difference to read.

pytest tests/test_golden.py --renew     writes the files of tests/golden anew; read what git says has changed
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import Run

GOLDEN = Path(__file__).resolve().parent / "golden"
LANGUAGES = ("en", "ru", "ko")
#: File → the command whose answer it holds.
ANSWERS = {
    "brief": ("brief", "PRK", "RUS"),
    "timeline": ("timeline", "PRK", "RUS"),
    "conflicts": ("conflicts",),
    "network": ("network", "export", "--domain", "military", "--view", "analysis", "--as", "gexf", "-o", "-"),
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ANSWERS)
def test_the_answer_is_the_one_that_was_read(run: Run, name: str, lang: str, pytestconfig: pytest.Config) -> None:
    text = run(*ANSWERS[name], "--lang", lang, code=0).stdout
    text = re.sub(r"  <meta .*?</meta>\n", "", text, flags=re.S)  # the day, and the version of networkx
    path = GOLDEN / f"{name}-{lang}.txt"
    if pytestconfig.getoption("--renew"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def test_no_file_lies_there_for_nothing() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{name}-{lang}.txt" for name in ANSWERS for lang in LANGUAGES}
