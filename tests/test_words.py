"""Answers hold figures and names; sentences are made where they are shown, in English, Russian and Korean alike."""

from __future__ import annotations

import ast
import json
import pickle
import re
import shlex
import string
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
import kg
import pytest
from kg.ask.gaps import KINDS
from kg.ask.sparql import library
from kg.cli.main import kg as command_line
from kg.network.export import FORMATS
from kg.network.measure import MEASURES
from kg.show.notes import NOTES, note_text
from kg.show.said import SAID, said
from kg.show.words import COLUMNS, COUNTED, WORDS, counted, headings
from kg.text.terms import PREFIXES, curie, local
from kg.values.claims import Literal
from kg.values.notes import Note
from kg.values.said import Said
from kg.workspace import Workspace

from browser import prefix
from browser import said as claim
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
    ("network", "dyad", "XAA", "XBB", "--per", "month"),
    ("network", "pairs", "--among", "states"),
    ("why", "XAA", "XBB"),
    ("shared", "XAA", "XBB"),
    ("without", "XAA"),
    ("search", "Aurelia"),
)
#: Answers of the other commands, with what they hold as JSON.
ANSWERS = (
    "fact RUS president",
    'fact "tumen bridge" length',
    "claim essay-107",
    "search soldiers",
    "search 김정은",
    "terms Meeting",
    "terms --for Meeting",
    "why CHN 'tumen bridge'",
    "shared PRK RUS",
    "without RUS",
    "network measure",
    "network measure --by strength --by core --by constraint --leave-out speaker",
    "network communities",
    "network parts",
    "network pairs --among states --view analysis --limit 2",
    "network balance --view analysis",
    "network dyad PRK RUS --view analysis",
    "sparql 'ASK { e:PRK a br:State }'",
    "queries",
    "gaps",
)
#: What is said when nothing is found, what was asked is wrong, or a file is written; with the exit code.
REMARKS = (
    (1, "fact RUS nonsense"),
    (1, "fact PRK --as-of 1700"),
    (1, "fact Qwxzv"),
    (1, "fact 'Kim Jung Un'"),
    (2, "fact korea"),
    (2, "fact PRK --as-of tomorrow"),
    (2, "fact PRK --stance foo"),
    (1, "brief PRK RUS --as-of 1700"),
    (2, "brief PRK PRK"),
    (1, "claim report-0344"),
    (1, "claim Qwxzv"),
    (1, "cite Qwxzv"),
    (1, "search Qwxzv"),
    (2, "search soldiers --kind foo"),
    (1, "timeline PRK --as-of 1700"),
    (1, "conflicts PRK --as-of 1700"),
    (2, "conflicts --kind foo"),
    (1, "gaps PRK --as-of 1700"),
    (2, "gaps --kind foo"),
    (3, "diff"),
    (3, "log Qwxzv"),
    (1, "why PRK RUS --as-of 1700"),
    (2, "why PRK RUS --avoid PRK"),
    (2, "compare PRK"),
    (2, "compare --according-to others --according-to others"),
    (1, "compare --stance denied --stance speculative --as-of 1700"),
    (1, "shared CHN 'Columbia University'"),
    (1, "without RUS --as-of 1700"),
    (1, "terms Qwxzv"),
    (1, "terms --for Qwxzv"),
    (2, "terms --for graph"),
    (1, "network measure --as-of 1700"),
    (2, "network measure --by foo"),
    (2, "network measure --domain foo"),
    (1, "network communities --as-of 1700"),
    (1, "network parts --as-of 1700"),
    (1, "network pairs --as-of 1700"),
    (1, "network balance --as-of 1700"),
    (1, "network dyad PRK RUS --as-of 1700"),
    (2, "network export -o links.foo"),
    (2, "network export --panel year -o links.gexf"),
    (0, "network export -o links.csv"),
    (0, "network export --panel year -o links.csv"),
    (0, "view PRK RUS -o page.html"),
    (1, "view PRK RUS --as-of 1700 -o page.html"),
    (2, "view PRK --path -o page.html"),
    (1, "sparql denied"),
    (1, "sparql foo"),
    (1, "sparql foo.rq"),
    (2, "sparql figures -p nothing=PRK"),
    (2, "sparql figures -p nothing"),
    (1, "sparql 'ASK { e:PRK a br:River }'"),
    (1, "sparql 'SELECT ?x WHERE { ?x br:nonsense ?y }'"),
    (1, "sparql 'SELECT ?x WHERE { ?x br:actor ?y }' -p y=Putin"),
    (2, "sparql 'SELECT ?x WHERE { ?x foo:bar ?y }'"),
    (2, "sparql 'SELECT ?x WHERE { ?x '"),
    (2, "sparql 'SELECT ?x WHERE { ?x ] }'"),
    (2, "sparql 'SELECT ?x FROM <http://a> WHERE { ?x ?y ?z }'"),
    (2, "sparql 'INSERT DATA { e:a e:b e:c }'"),
    (2, "sparql 'SELECT ?x WHERE { SERVICE <http://a> { ?x ?y ?z } }'"),
    (2, "sparql 'SELECT ?x WHERE { ?x ?y ?z }' -p q=PRK"),
    (2, "sparql 'SELECT ?x WHERE { ?x ?y ?z }' --page page.html"),
)
#: Names that are written alike in all languages: of options' values, formats, keywords, programs.
ALIKE = {
    *(
        [
            "asserted",
            "outlook",
            "analysis",
            "entity",
            "claim",
            "figure",
            "document",
            "term",
            "none",
            "speaker",
            "contested",
            "others",
        ]
    ),
    *(
        [
            "ASK",
            "CONSTRUCT",
            "DESCRIBE",
            "FROM",
            "GRAPH",
            "LIMIT",
            "PREFIX",
            "SELECT",
            "SERVICE",
            "SPARQL",
            "CURIE",
            "IRI",
            "PLOVER",
            "defaultView",
            "Graph",
        ]
    ),
    *(["from", "to", "http", "kg", "sha256", "PRK", "RUS", "CHN", "tumen", "bridge", "text", "date", "number"]),
    *("git", "init"),
    *(word for kind in KINDS for word in kind.split("-")),
    *(name for key, texts in WORDS.items() if key.startswith("mend ") for name in re.findall(r"\w+:(\w+)", texts[0])),
    *MEASURES,
    *FORMATS,
    *PREFIXES,
    *(parameter for query in library(Workspace(str(ROOT))).values() for parameter in query.parameters),
}
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
    sentences = [(pattern, (pattern, *others)) for pattern, others in SAID.items()]
    columns = [(name, (name, *others)) for name, others in COLUMNS.items()]
    return [*WORDS.items(), *COUNTED.items(), *NOTES.items(), *sentences, *columns]


def blanks(text: str) -> list[str]:
    return sorted(name or "" for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize(("key", "entry"), tables(), ids=lambda x: x if isinstance(x, str) else "")
def test_every_text_is_there_in_three_languages(key: str, entry: tuple[str, str, str]) -> None:
    assert len(entry) == 3
    for lang, text in zip(LANGUAGES, entry, strict=True):
        plain = re.sub(r"\{[^}]*\}", "", text)
        if key in SAID and re.match(r"(kg \w+ (PRK|--path)|pip|\{step\})", key):  # a command to copy
            assert text == key
            continue
        assert re.search(LETTERS[lang], plain) or not re.search(LETTERS["en"], re.sub(r"\{[^}]*\}", "", entry[0])), (
            key,
            lang,
        )
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


# ---------------------------------------------------------------------- what errors and progress say

#: Errors of those who ask; those of authors of files and of builds are English.
ASKED = {"WrongCall", "NotFound", "AmbiguousName", "BadQuery", "QueryTimeout"}
ROOMS = ("ask", "engine", "graph", "network", "text", "worker.py", "cli/query.py", "cli/relate.py", "cli/terms.py")


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / "kg").rglob("*.py")):
        yield path.relative_to(ROOT / "kg").as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.Module, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def test_what_is_made_of_a_pattern_can_be_said_in_every_language() -> None:
    found = set()
    for name, tree in trees():
        assigned = [n for n in ast.walk(tree) if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == "pattern"]
        patterns = {n.value.value for n in assigned if isinstance(n.value, ast.Constant)}
        given = [c.args[0] for c in calls(tree, {"Said"})]
        patterns |= {x.value for x in given if isinstance(x, ast.Constant)}
        assert all(isinstance(x, ast.Constant) or ast.unparse(x) == "pattern" for x in given), name
        found |= patterns
        assert patterns - SAID.keys() == set(), name
    assert len(found) > 50


def test_errors_of_those_who_ask_are_made_of_patterns() -> None:
    """No f-string is given to one, which nobody could say in another language; and each plain text is known."""
    texts = set()
    for name, tree in trees():
        for call in calls(tree, ASKED) if name.startswith(ROOMS) else ():
            for given in call.args:
                inner = [n for c in calls(ast.Module([ast.Expr(given)], []), {"Said"}) for n in ast.walk(c)]
                loose = [n for n in ast.walk(given) if n not in inner]
                assert not any(isinstance(n, ast.JoinedStr) for n in loose), f"{name}:{call.lineno}"
                plain = {n.value for n in loose if isinstance(n, ast.Constant) and isinstance(n.value, str)}
                texts |= {t for t in plain if " " in t}
    assert len(texts) > 20
    assert texts - SAID.keys() == set()


def test_every_sentence_is_said_somewhere() -> None:
    constants = {n.value for name, tree in trees() if name != "show/said.py" for n in ast.walk(tree)
                 if isinstance(n, ast.Constant) and isinstance(n.value, str)}  # fmt: skip
    assert SAID.keys() - constants == set()


def test_a_text_keeps_what_it_was_made_of() -> None:
    inner = Said("‘{word}’ is not a date.", word="{soon}")
    text = Said("{problem} This answer is from the last build.", problem=inner)
    assert text == "‘{soon}’ is not a date. This answer is from the last build."
    again = pickle.loads(pickle.dumps(text))
    assert again == text
    assert said(again, "ru") == "«{soon}» — не дата. Ответ — из последней сборки."
    assert said(Said("There is no claim ‘{word}’.", word="linking"), "ko") == "‘linking’(이)라는 주장 없음."
    assert said("Something else.", "ru") == "Something else."


# ---------------------------------------------------------------------- what the command prints


@pytest.fixture
def recorded(workspace: Path, run: Run) -> Path:
    """The invented dyad with figures that exclude each other and a data set of some hundred acts and plans."""
    measure = "a br:Measure ; br:measureOf e:border-crossing ; br:indicator ind:traffic ; br:unit unit:NUM"
    figures = [claim(f"f-{i}", f"e:m{i} {measure} ; br:value {100 + i} .") for i in range(62)]
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
    """The English words of a text that are part of nothing known, nor of a command, nor cut by a table."""
    text = " ".join(re.sub(r"--[\w-]+|\bkg (?!project)[a-z]+|\S+…", " ", text).split())
    for name in sorted({" ".join(k.split()) for k in known if k.strip()}, key=len, reverse=True):
        if name in text:
            text = re.sub(rf"(?<![A-Za-z0-9_]){re.escape(name)}(?![A-Za-z0-9_])", " ", text)  # 김정은은
    return re.findall(r"[A-Za-z]{2,}", text)


def check(command: tuple[str, ...], lang: str, folder: Path, run: Run) -> None:
    """Whatever is printed in a language is made of its words and of what the answer holds; so are the notes."""
    answer = run(*command, "--lang", lang, "--format", "json", cwd=folder, code=0)
    shown = run(*command, "--lang", lang, cwd=folder, code=0)
    held = {*strings(json.loads(answer.stdout)), *command, *ALIKE}
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


@pytest.mark.parametrize("command", ANSWERS)
def test_every_answer_is_worded_in_the_language_asked(command: str, run: Run, bundle: Path) -> None:
    for lang in ("ru", "ko"):
        check(tuple(shlex.split(command)), lang, bundle, run)


@pytest.fixture(scope="module")
def names(bundle: Path) -> dict[str, set[str]]:
    """What things are called in a language, their ids, and what is written alike in all."""
    found = {}
    for lang in ("ru", "ko"):
        graph = kg.open(str(bundle), lang=lang)
        things = {str(t) for s, p, o, _ in graph.quads.every() for t in (s, p, o) if not isinstance(t, Literal)}
        found[lang] = ALIKE | {x for t in things for x in (curie(t), local(t), graph.reader.label(t))}
    return found


@pytest.mark.parametrize(("code", "command"), REMARKS)
def test_every_remark_is_in_the_language_asked(
    code: int, command: str, run: Run, bundle: Path, names: dict[str, set[str]]
) -> None:
    for lang in ("ru", "ko"):
        done = run(*shlex.split(command), "--lang", lang, cwd=bundle, code=code)
        assert done.stdout + done.stderr
        for line in done.stderr.splitlines():
            assert re.search(LETTERS[lang], line) or not line.startswith("kg: "), line
        assert english(done.stdout + done.stderr, names[lang] | {*re.findall(r"[\w./-]+", command)}) == [], done


def test_a_citation_is_in_the_language_asked(run: Run, bundle: Path) -> None:
    title = "North Korea and Russia Begin Construction of Crucial Road Link"
    for lang, undated in (("ru", "б. г."), ("ko", "연도 미상")):
        note = run("cite", "report-034", "--lang", lang, cwd=bundle, code=0).stdout
        assert undated in note
        assert english(note, {title, "report", *re.findall(r"sha256:\w+", note)}) == []


def test_what_a_build_does_is_told_in_the_language_asked(workspace: Path, run: Run) -> None:
    first = run("brief", "XAA", "XBB", "--lang", "ru", cwd=workspace, code=0).stderr
    assert "kg: Хранилище собрано за " in first
    with open(workspace / "facts/XAA-XBB/everything.trig", "a") as file:
        file.write("# more\n")
    again = run("brief", "XAA", "XBB", "--lang", "ko", cwd=workspace, code=0).stderr
    assert re.search(r"everything\.trig 변경됨: 저장소를 [\d.]+초에 다시 빌드함\.", again)


def test_columns_have_names_for_eyes_and_keys_for_programs(run: Run, bundle: Path) -> None:
    for fmt, first in (("csv", "entity,property"), ("tsv", "entity\tproperty"), ("md", "| объект | свойство |")):
        rows = run("fact", "RUS", "president", "--lang", "ru", "--format", fmt, cwd=bundle, code=0).stdout
        assert rows.startswith(first)
    assert headings(("stance", "?x"), "ko") == ["입장", "?x"]
    assert headings(("stance", "?x"), "en") == ["stance", "?x"]


def test_every_command_with_a_language_is_looked_at_here() -> None:
    told = {tuple(shlex.split(c)) for c in (*ANSWERS, *(c for _, c in REMARKS))} | {*BUNDLED, *RECORDED}
    context = click.Context(command_line)
    names = command_line.list_commands(context)
    found: dict[tuple[str, ...], click.Command | None] = {(n,): command_line.get_command(context, n) for n in names}
    inner = found.pop(("network",))
    assert isinstance(inner, click.Group)
    found |= {("network", name): command for name, command in inner.commands.items()}
    speaking = {path for path, command in found.items() if command and "lang" in {p.name for p in command.params}}
    speaking -= {("add",), ("init",), ("review",)}  # whose --lang is that of what is written
    assert len(speaking) > 15
    assert {path for path in speaking if not any(t[: len(path)] == path for t in told)} == set()
