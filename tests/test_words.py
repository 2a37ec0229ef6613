"""Answers hold figures and names; sentences are made where they are shown, in English, Russian and Korean alike."""

from __future__ import annotations

import json
import re
import string
from itertools import pairwise
from pathlib import Path
from typing import Any

import kg
import pytest
from kg.show.notes import NOTES, note_text
from kg.show.words import COUNTED, WORDS, counted
from kg.values.notes import Note

from browser import prefix, said
from conftest import ROOT, Run

LANGUAGES = ("en", "ru", "ko")
LETTERS = {"en": "[A-Za-z]", "ru": "[А-Яа-яё]", "ko": "[가-힣]"}
BARS = set("▁▂▃▄▅▆▇█")
BUNDLED = (
    ("brief", "PRK", "RUS"),
    ("brief", "PRK", "RUS", "--as-of", "2024-06"),
    ("fact", "PRK", "--as-of", "2024-06"),
    ("fact", "PRK", "--according-to", "PRK"),
    ("timeline", "PRK", "RUS", "--as-of", "2024"),
    ("conflicts", "--as-of", "2024-06"),
    ("compare", "PRK", "RUS", "--as-of", "2024", "--as-of", "2026"),
    ("compare", "--according-to", "RUS", "--according-to", "PRK", "--according-to", "others"),
)
RECORDED = (
    ("brief", "XAA", "XBB"),
    ("brief", "XAA", "XBB", "--as-of", "2019-03"),
    ("brief", "XAA", "XBB", "--known-at", "2022"),
    ("fact", "XAA"),
    ("fact", "XAA", "cameo:042"),
    ("fact", "XAA", "cameo:042", "--as-of", "2019-03", "--known-at", "2024"),
    ("timeline", "XAA", "XBB"),
    ("conflicts",),
    ("compare", "XAA", "XBB", "--as-of", "2019-03", "--as-of", "2019-04"),
)
#: Fields of JSON that hold what people read.
READ = ("text", "summary", "value", "title", "reason", "label", "when", "condition", "words", "subject", "property")
MAPPING = """[columns]
id = "id"
subject = "who"
relation = "what"
object = "whom"
date = "day"
stance = "stance"
"""


def tables() -> list[tuple[str, tuple[str, str, str]]]:
    """All texts that are shown, in their three languages."""
    return [*WORDS.items(), *COUNTED.items(), *NOTES.items()]


def blanks(text: str) -> list[str]:
    return sorted(name or "" for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize(("key", "entry"), tables(), ids=lambda x: x if isinstance(x, str) else "")
def test_every_text_is_there_in_three_languages(key: str, entry: tuple[str, str, str]) -> None:
    assert len(entry) == 3
    for lang, text in zip(LANGUAGES, entry, strict=True):
        plain = re.sub(r"\{[^}]*\}", "", text)
        assert re.search(LETTERS[lang], plain) or not re.search(LETTERS["en"], entry[0].replace("{}", "")), (key, lang)
        if key not in COUNTED:
            assert blanks(text) == blanks(entry[0]), (key, lang)


@pytest.mark.parametrize("noun", COUNTED)
def test_every_counted_noun_has_the_forms_of_its_language(noun: str) -> None:
    assert [len(text.split("|")) for text in COUNTED[noun]] == [2, 3, 1]
    assert all(text.count("{:,}") == text.count("|") + 1 for text in COUNTED[noun])


def test_numbers_take_the_right_form() -> None:
    numbers = (0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 112, 1001)
    one, many = {1}, {n for n in numbers if n != 1}
    assert {n for n in numbers if counted("claims", n, "en").endswith(" claim")} == one
    assert {n for n in numbers if counted("claims", n, "en").endswith(" claims")} == many
    ending = {n: counted("claims", n, "ru").partition(" ")[2].removeprefix("утверждени") for n in numbers}
    assert {n for n, x in ending.items() if x == "е"} == {1, 21, 101, 1001}
    assert {n for n, x in ending.items() if x == "я"} == {2, 4, 22}
    assert {n for n, x in ending.items() if x == "й"} == {0, 5, 11, 12, 14, 25, 111, 112}
    assert {counted("claims", n, "ko") for n in (1, 2, 1001)} == {"주장 1건", "주장 2건", "주장 1,001건"}


def test_a_note_counts_names_and_goes_on_about_more() -> None:
    assert note_text(Note("undated-claims", {"claims": 21}), "ru") == (
        "Без даты и потому не показано: 21 утверждение; покажет --undated."
    )
    gap = Note("no-date-given", {"names": ("{a}", "b"), "more": 1}, "slice")
    assert note_text(gap, "en") == "slice: No date is given for: {a}, b. And 1 more claim."
    assert note_text(gap, "ru") == "slice: Дата не указана: {a}, b. И ещё 1 утверждение."


def test_every_note_is_made_somewhere() -> None:
    code = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "kg").rglob("*.py") if p.parent.name != "show")
    assert [key for key in NOTES if f'"{key}"' not in code] == []


# ---------------------------------------------------------------------- what the command prints


@pytest.fixture
def recorded(workspace: Path, run: Run) -> Path:
    """The invented dyad with figures that exclude each other and a data set of some hundred acts and plans."""
    measure = "a br:Measure ; br:measureOf e:border-crossing ; br:indicator ind:traffic ; br:unit unit:NUM"
    figures = [said(f"f-{i}", f"e:m{i} {measure} ; br:value {100 + i} .") for i in range(62)]
    (workspace / "facts/figures.trig").write_text(
        prefix(workspace / "facts/XAA-XBB/everything.trig") + "".join(figures)
    )
    acts = [
        (f"r{i}", who, f"cameo:{code}", whom, f"2019-{i % 12 + 1:02}-{i % 28 + 1:02}", "planned" * (i % 5 == 0))
        for i in range(300)
        for who, whom in [("e:XAA", "e:XBB") if i % 3 else ("e:XBB", "e:XAA")]
        for code in [("042", "040", "111", "057")[i // 12 % 4]]
    ]
    rows = [("id", "who", "what", "whom", "day", "stance"), *acts]
    (workspace / "days.tsv").write_text("".join("\t".join(row) + "\n" for row in rows))
    (workspace / "days.toml").write_text(MAPPING)
    given = ("--mapping", "days.toml", "--title", "Diary", "--issued", "2020")
    run("import", "table", "days.tsv", *given, cwd=workspace, code=0)
    return workspace


def strings(value: Any, fields: tuple[str, ...] = (), name: str = "") -> list[str]:
    """The texts of a JSON value; with ``fields`` only those that stand in one of them."""
    if isinstance(value, str):
        return [value] if not fields or name in fields else []
    inner = value.items() if isinstance(value, dict) else [(name, x) for x in value] if isinstance(value, list) else []
    return [text for key, x in inner for text in strings(x, fields, key)]


def english(text: str, known: set[str]) -> list[str]:
    """The English words of a text that are part of nothing known, nor of a command."""
    text = " ".join(re.sub(r"--[\w-]+|kg (sparql|fact|check|search|brief)", " ", text).split())
    for name in sorted({" ".join(k.split()) for k in known if k.strip()}, key=len, reverse=True):
        if name in text:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text)
    return re.findall(r"[A-Za-z]{2,}", text)


def check(command: tuple[str, ...], lang: str, folder: Path, run: Run) -> None:
    """Whatever is printed in a language is made of its words and of what the answer holds; so are the notes."""
    answer = run(*command, "--lang", lang, "--format", "json", cwd=folder, code=0)
    shown = run(*command, "--lang", lang, cwd=folder, code=0)
    held = {*strings(json.loads(answer.stdout)), *command}
    assert english(shown.stdout, held) == [], command
    for line in shown.stderr.splitlines():
        assert re.search(LETTERS[lang], line), line
        assert english(line, {"kg", *command}) == [], line


def check_json(command: tuple[str, ...], folder: Path, run: Run) -> None:
    """What an answer holds to read is made of what the graph holds: of its names and texts, with figures and signs."""
    answer = json.loads(run(*command, "--format", "json", cwd=folder, code=0).stdout)
    assert not BARS & set("".join(strings(answer)))
    known = {o.value for *_, o, _ in kg.open(str(folder)).quads.every() if not isinstance(o, str)}
    slices = set(command) | {f"{a} {b}" for a, b in pairwise(command)}
    ids = {text for text in strings(answer) if " " not in text}
    for text in set(strings(answer, READ)):
        assert english(text, known | ids | slices) == [], text


@pytest.mark.parametrize("command", BUNDLED, ids=" ".join)
def test_answers_from_the_articles_are_worded_in_the_language_asked(
    command: tuple[str, ...], run: Run, bundle: Path
) -> None:
    check_json(command, bundle, run)
    for lang in ("ru", "ko"):
        check(command, lang, bundle, run)


def test_answers_from_a_data_set_are_worded_in_the_language_asked(recorded: Path, run: Run) -> None:
    for command in RECORDED:
        check_json(command, recorded, run)
        for lang in ("ru", "ko"):
            check(command, lang, recorded, run)


def test_a_data_set_gives_every_kind_of_line(recorded: Path, run: Run) -> None:
    """What the test above looks at is there, in English too."""
    page = run("brief", "XAA", "XBB", cwd=recorded, code=0).stdout
    assert re.search(r"Diary: 240 acts, 2019-01-01 – 2019-12-28", page)
    assert re.search(r"Diary: 60 acts planned, 2019-01-01 – ", page)
    assert re.search(r"2019-01  [▁▂▃▄▅▆▇█] \d+ acts, mean score [+-]\d\.\d; \d+ cooperative, \d+ conflictual", page)
    times = run("timeline", "XAA", "XBB", cwd=recorded, code=0)
    assert "300 records are summed up by month" in times.stdout
    assert re.search(r"2019-01  \d+ acts, mean score [+-]\d\.\d, planned", times.stdout)
    assert "1,891 pairs of 62 claims exclude each other" in run("conflicts", cwd=recorded, code=0).stdout
