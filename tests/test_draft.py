"""kg draft: what a text seems to claim, with its place, speaker and stance; and what a command of the user's gives."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kg.author.draft import Lexicon, Origin, draft
from kg.author.draft.cues import LANGUAGES, read_cues
from kg.author.draft.lexicon import base_names
from kg.author.draft.sentences import sentences
from kg.author.draft.terms import Terms
from kg.author.figure import Units
from kg.claims.quads import MemoryQuads
from kg.compile.ontology import ontology_of
from kg.engine.nodes import Nested
from kg.engine.parse import parse_trig
from kg.text.terms import DOC, ID, br, local, to_iri
from kg.values.candidate import Candidate
from kg.workspace import Workspace

from conftest import ROOT, Run

ONTOLOGY = ontology_of(Workspace(str(ROOT)))
KNOWN = Lexicon(tuple(base_names()), Units(ONTOLOGY), Terms(ONTOLOGY))
NOTE = Origin(f"{DOC}note", "note", f"{ID}note-author", f"{ID}note-page")
TEXT = """Borders open

Norway and Sweden signed a road treaty on 3 May 2021. The road will be about 85 km long.
Swedish Transport Minister Tomas Berg said that the road could hurt Finland. He called it a historic error.
"We will not pay," he added.
According to Reuters, Norway supplies Sweden with oil, gas and fish. Norway denied that work has stopped.
Will it last?
Share this article
"""


def read(text: str, language: str = "en") -> list[Candidate]:
    return draft(text, language, KNOWN, NOTE)


def told(text: str, language: str = "en") -> set[tuple[str, str]]:
    """The pairs of stance and speaker in what is drafted from a text."""
    return {(local(c.stance), local(c.speaker)) for c in read(text, language)}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with one document and its text."""
    (tmp_path / "facts" / "documents").mkdir(parents=True)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "note.txt").write_bytes(TEXT.encode())
    (tmp_path / "facts" / "documents" / "note.trig").write_text(
        f"""@prefix br: <https://w3id.org/bilateral/ns#> .
@prefix e: <https://w3id.org/bilateral/id/> .
@prefix d: <https://w3id.org/bilateral/doc/> .
@prefix g: <https://w3id.org/bilateral/graph/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix dcterms: <http://purl.org/dc/terms/> .

d:note a br:Document ; dcterms:title "Borders open"@en ; dcterms:creator e:note-author ; dcterms:language "en" ;
  dcterms:issued "2021-05-04" ; br:fileName "note.txt" ; br:recordedOn "2021-05-05" ;
  br:textHash "{hashlib.sha256(TEXT.encode()).hexdigest()}" .

g:reference a br:ReferenceGraph .
g:reference {{
  e:note-author a br:AnonymousSource ; rdfs:label "author of the note"@en .
}}
"""
    )
    return tmp_path


# ---------------------------------------------------------------------- reading


@pytest.mark.parametrize(
    ("text", "stance", "speaker"),
    [
        ("Norway and Sweden signed a treaty in 2021.", "stated", "note-author"),
        ("Norway plans to open the road.", "planned", "note-author"),
        ("The road is expected to carry trade.", "expected", "note-author"),
        ("The road could hurt Finland.", "speculative", "note-author"),
        ("The road symbolises trust between the two.", "assessed", "note-author"),
        ("Norway reportedly met Swedish investors.", "reported", "note-author"),
        ("Norway denied that work has stopped.", "denied", "NOR"),
        ("According to Reuters, Norway sells oil.", "stated", "reuters"),
        ("Analysts believe the road may fail.", "speculative", "analysts"),
        ("Swedish Prime Minister Tomas Berg said the road was late.", "stated", "tomas-berg"),
        ("Работы, как ожидается, завершатся весной.", "expected", "note-author"),
        ("Норвегия планирует открыть дорогу.", "planned", "note-author"),
        ("노르웨이는 도로를 열 계획이다.", "planned", "note-author"),
        ("양국 교역은 늘어날 것으로 예상된다.", "expected", "note-author"),
    ],
)
def test_words_tell_the_stance_and_the_speaker(text: str, stance: str, speaker: str) -> None:
    language = "en" if text.isascii() else "ko" if any("가" <= c <= "힣" for c in text) else "ru"
    assert (stance, speaker) in told(text, language)


def test_a_quotation_goes_on_with_its_speaker() -> None:
    found = told('Minister Tomas Berg said the road was late. "We will not pay." "It is over," he added.')
    assert {speaker for _, speaker in found} == {"tomas-berg"}


def test_questions_headings_and_the_page_are_no_claims() -> None:
    assert not read("Introduction\n\nWill Norway pay?\nShare this article\nSubscribe to our newsletter")


def test_a_month_is_no_doubt() -> None:
    assert ("speculative", "note-author") not in told("Norway and Sweden signed a treaty on 3 May 2021.")


def test_figures_are_measures_with_their_unit() -> None:
    content = {(local(p), o if isinstance(o, str) else o.value) for c in read("The road will be about 85 km long.")
               for _, p, o in c.content}  # fmt: skip
    assert {("indicator", to_iri("ind:length")), ("value", "85"), ("comparator", to_iri("cmp:about")),
            ("unit", to_iri("unit:KiloM"))} <= content  # fmt: skip


def test_a_list_makes_one_claim_that_includes_all() -> None:
    found = read("Norway sells raw materials such as oil, gas and fish.")
    assert [{local(str(o)) for _, p, o in c.content if p == br("includes")} for c in found if "includes" in
            c.descriptions[0].value] == [{"oil", "gas", "fish"}]  # fmt: skip


def contents(text: str, language: str = "en") -> set[tuple[str, str]]:
    """The properties and values of all that is drafted from a text, by their names."""
    return {
        (local(p), local(o) if isinstance(o, str) else o.value) for c in read(text, language) for _, p, o in c.content
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The road will strengthen trade in the region.", {("effectType", "strengthens"), ("aspect", "trade in the region")}),
        ("The road bolsters Sweden.", {("effectType", "strengthens"), ("affects", "SWE")}),
        ("The road is meant to ease travel.", {("aimOf", "note-road"), ("aspect", "ease travel")}),
        ("The two states began construction of the road.", {("structureStatus", "under-construction")}),
        ("It is their first official road.", {("firstOfKind", "official road")}),
        ("The bridge is a historic milestone.", {("describedAs", "historic")}),
        ("The bridge over the Kemi River is old.", {("crosses", "kemi-river")}),
        ("Norway and Sweden signed a treaty on 3 May 2021.", {("eventType", "sign-agreement"), ("date", "2021-05-03")}),
    ],
)  # fmt: skip
def test_content_is_told_in_terms_of_the_ontology(text: str, told: set[tuple[str, str]]) -> None:
    assert told <= contents(text)


@pytest.mark.parametrize(
    "text",
    [
        "The economic benefits are clear.",
        "A strategic waterway lies there.",
        "The line carries 4 million tonnes a year.",
        "The road is one of two in a year.",
        "The ministry denied that work had been delayed by the fighting in Norway.",
        "The talks with nobody go on.",
    ],
)
def test_what_the_words_do_not_tell_stays_empty(text: str) -> None:
    assert not contents(text)


def acts(text: str, language: str = "en") -> set[tuple[str, frozenset[str], frozenset[str]]]:
    """The acts in what is drafted from a text: what is done, who does it, towards whom."""
    found = set()
    for content in (c.content for c in read(text, language)):
        for kind in (o for _, p, o in content if p == br("eventType")):
            doers, others = (
                frozenset(local(str(o)) for _, p, o in content if p == br(r)) for r in ("actor", "recipient")
            )
            found.add((local(str(kind)), doers, others))
    return found


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Portugal accused Iceland of dumping fish.", "en", ("accuse", {"PRT"}, {"ISL"})),
        ("The Portuguese navy left, and Icelandic diplomats met Dutch envoys.", "en", ("meet", {"ISL"}, {"NLD"})),
        ("Iceland and Portugal ratified the treaty on 2 May 2020.", "en", ("ratify", {"ISL", "PRT"}, set())),
        ("The treaty was signed by Iceland in 2021.", "en", ("sign-agreement", {"ISL"}, set())),
        ("The treaty entered into force on 1 May 2020.", "en", ("enter-into-force", set(), set())),
        ("Португалия обвинила Исландию в обмане.", "ru", ("accuse", {"PRT"}, {"ISL"})),
        ("Исландский премьер посетил Португалию.", "ru", ("visit", {"ISL"}, {"PRT"})),
        ("포르투갈과 아이슬란드는 협정을 체결했다.", "ko", ("sign-agreement", {"PRT", "ISL"}, set())),
    ],
)  # fmt: skip
def test_acts_are_told_of_who_stands_at_the_verb(
    text: str, language: str, told: tuple[str, set[str], set[str]]
) -> None:
    assert (told[0], frozenset(told[1]), frozenset(told[2])) in acts(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "The visit to Portugal pleased Iceland.",
        "Iceland praised nobody, but the vote of Portugal was late.",
        "Portugal said the ministers visited Iceland.",
        "A threatened border worries Portugal.",
    ],
)
def test_a_noun_or_the_verb_of_another_is_no_act_of_a_state(text: str) -> None:
    assert not {a for a in acts(text) if a[0] in ("visit", "vote", "threaten")}


def test_money_is_of_what_the_nearest_word_says() -> None:
    told = [
        c.content for c in read("The loan of 30 million euros covers the bridge. The bridge cost 90 million euros.")
    ]
    kinds = [local(str(o)) for content in told for _, p, o in content if p == br("indicator")]
    assert kinds == ["cost"] or kinds == ["loan", "cost"]
    assert not [o for c in read("Portugal found 30 million euros.") for _, p, o in c.content if p == br("indicator")]


def test_an_office_is_told_whose_it_is_from_either_side() -> None:
    told = {c.descriptions[0].value for c in read("Foreign Minister Maria Silva of Portugal spoke in Reykjavik.")}
    assert "Maria Silva is foreign minister of Portugal" in told


def test_a_term_of_the_workspace_is_found_by_its_name() -> None:
    turtle = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://w3id.org/bilateral/vocab/effect/dwarfs> a skos:Concept ; skos:inScheme <https://w3id.org/bilateral/vocab/effect> ;
  skos:prefLabel "dwarfs"@en ."""
    quads = MemoryQuads()
    quads.add((str(s), p, o, "") for s, p, o, _ in parse_trig(turtle.encode()) if not isinstance(o, Nested))
    terms = Terms(quads)
    known = KNOWN._replace(terms=terms)
    (claim,) = [c for c in draft("The road dwarfs older ones.", "en", known, NOTE) if c.content]
    assert any(str(o).endswith("effect/dwarfs") for _, _, o in claim.content)


@given(
    st.lists(st.sampled_from(["> ", "Q: ", "A: ", "NORWAY SAID ", "“", "”", "\x00", "\u202e", "| a | b |", "- ", "5 km ", "россия ",
                              "한국은 ", "the road could help Sweden", ". ", "\n", "\n\n", "?", "(" * 50, "2021", "’s "]), max_size=40),
    st.sampled_from(LANGUAGES),
)  # fmt: skip
def test_whatever_a_text_is_made_of_passages_are_its_own(parts: list[str], language: str) -> None:
    text = "".join(parts)
    for candidate in read(text, language):
        for place in (*candidate.passages, *candidate.context):
            assert 0 <= place.start < place.end <= len(text)
            assert text[place.start : place.end].strip() == text[place.start : place.end]


def test_what_is_said_not_to_be_is_negated() -> None:
    assert any((br("negated") in dict(c.said)) for c in read("Norway has not named a lender."))


def test_a_pronoun_brings_the_place_where_it_was_named() -> None:
    found = read("Swedish Minister Tomas Berg met nobody. He is in Norway.")
    assert any(c.context and c.context[0].start == 0 for c in found if c.passages[0].start > 0)


@given(st.text(alphabet="Aab.!?“”\"'… \n-1:", max_size=120), st.sampled_from(LANGUAGES))
def test_sentences_stand_where_they_say(text: str, language: str) -> None:
    end = 0
    for sentence in sentences(text, read_cues(language)):
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip()
        assert end <= sentence.start < sentence.end
        assert "\n" not in sentence.text
        end = sentence.end


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Mr. Lee met Dr. Kim on Jan. 5. They left.", ["Mr. Lee met Dr. Kim on Jan. 5.", "They left."]),
        ("“We agreed. It is done,” he said. Good.", ["“We agreed. It is done,” he said.", "Good."]),
        ("- Location: The road runs north.", ["The road runs north."]),
    ],
)
def test_sentences_end_where_readers_end_them(line: str, parts: list[str]) -> None:
    assert [s.text for s in sentences(line, read_cues("en"))] == parts


def test_a_text_without_full_stops_is_read_in_pieces() -> None:
    text = "Norway may help Sweden and " * 1000
    found = sentences(text, read_cues("en"))
    assert max(len(s.text) for s in found) <= 2000
    assert " ".join(s.text for s in found) == text.strip()


def test_no_draft_copies_its_sentence() -> None:
    for candidate in read(TEXT):
        words = TEXT[candidate.passages[0].start : candidate.passages[0].end].lower().split()
        summary = candidate.descriptions[0].value.lower()
        assert not any(" ".join(words[i : i + 8]) in summary for i in range(len(words) - 7))


# ---------------------------------------------------------------------- the command


def test_drafts_go_into_the_file_of_their_document(workspace: Path, run: Run) -> None:
    out = run("draft", "note", cwd=workspace, code=0).stdout
    assert "speculative" in out
    assert "e:tomas-berg" in out
    assert "kg review" in out
    text = (workspace / "facts" / "documents" / "note.trig").read_text()
    assert "br:stance stance:draft" in text
    assert "br:proposedStance stance:denied" in text
    assert 'br:draftReason "' in text
    assert "e:tomas-berg a br:Person" in text
    assert "a br:State" not in text
    checked = run("check", cwd=workspace, code=0).stdout
    assert "is a draft, not reviewed" in checked
    run("check", "--strict", cwd=workspace, code=1)
    assert "supplies" not in run("fact", "NOR", "supplies", cwd=workspace).stdout.replace("supplies:", "")


def test_drafting_again_doubles_nothing(workspace: Path, run: Run) -> None:
    run("draft", "note", cwd=workspace, code=0)
    before = (workspace / "facts" / "documents" / "note.trig").read_bytes()
    assert "0 drafts" in run("draft", "d:note", cwd=workspace, code=0).stdout
    assert (workspace / "facts" / "documents" / "note.trig").read_bytes() == before


def test_what_was_rejected_is_not_drafted_again(workspace: Path, run: Run) -> None:
    made = json.loads(run("draft", "note", "--dry-run", "-f", "json", cwd=workspace, code=0).stdout)["drafts"]
    own = made[0]["claim"].removeprefix("c:")
    file = workspace / "facts" / "documents" / "note.trig"
    file.write_text(file.read_text() + f'd:note br:rejectedDraft "{own}" .\n')
    again = json.loads(run("draft", "note", "--dry-run", "-f", "json", cwd=workspace, code=0).stdout)
    assert len(again["drafts"]) == len(made) - 1
    assert own not in str(again["drafts"])


def test_what_is_claimed_is_left_out_but_for_again(workspace: Path, run: Run) -> None:
    file = workspace / "facts" / "documents" / "note.trig"
    start, end = TEXT.index("Norway denied"), TEXT.index(" has stopped.") + 13
    file.write_text(
        file.read_text()
        + f"""@prefix c: <https://w3id.org/bilateral/claim/> .
@prefix stance: <https://w3id.org/bilateral/vocab/stance/> .
@prefix oa: <http://www.w3.org/ns/oa#> .

c:note-1 {{ e:NOR br:tradesWith e:SWE . }}
c:note-1 a br:Claim ; br:inDocument d:note ; br:statedBy e:note-author ; br:stance stance:stated ;
  dcterms:description "Norway trades."@en ; br:passage [ br:paragraph 5 ; oa:start {start} ; oa:end {end} ] .
"""
    )
    found = json.loads(run("draft", "note", "--dry-run", "-f", "json", cwd=workspace, code=0).stdout)
    assert found["claimed"]
    assert not [d for d in found["drafts"] if d["start"] == start]
    again = json.loads(run("draft", "note", "--dry-run", "--again", "-f", "json", cwd=workspace, code=0).stdout)
    assert [d for d in again["drafts"] if d["start"] == start]


def test_a_dry_run_shows_and_writes_nothing(workspace: Path, run: Run) -> None:
    before = (workspace / "facts" / "documents" / "note.trig").read_bytes()
    found = json.loads(
        run("draft", str(workspace / "sources" / "note.txt"), "--dry-run", "--paragraphs", "2..3", "-f", "json",
            cwd=workspace, code=0).stdout
    )  # fmt: skip
    assert found["written"] is False
    assert {d["paragraph"] for d in found["drafts"]} == {2, 3}
    assert all(d["words"] == TEXT[d["start"] : d["end"]] and d["reasons"] for d in found["drafts"])
    assert (workspace / "facts" / "documents" / "note.trig").read_bytes() == before


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("nothing",), "There is no document nothing"),
        (("note", "--paragraphs", "a..b"), "is no range of paragraphs"),
    ],
)
def test_what_cannot_be_drafted_is_told(workspace: Path, run: Run, args: tuple[str, ...], told: str) -> None:
    done = run("draft", *args, cwd=workspace)
    assert done.returncode
    assert told in done.stderr


def test_another_text_than_the_document_had_is_an_error(workspace: Path, run: Run) -> None:
    (workspace / "sources" / "note.txt").write_text("Another text.")
    assert "is not the text" in run("draft", "note", cwd=workspace, code=3).stderr


# ---------------------------------------------------------------------- a command of the user's

GOOD = {"quote": "Norway supplies Sweden with oil", "about": "Norway", "what": "br:supplies", "object": "Sweden",
        "speaker": "Reuters", "stance": "stated", "summary": "Oil goes from Oslo to Stockholm."}  # fmt: skip


def with_answer(workspace: Path, answer: str) -> str:
    """A command that reads what it is given and prints an answer."""
    script = workspace / "reader.py"
    script.write_text(f"import json, sys\nasked = json.load(sys.stdin)\nassert asked['passages'] and asked['vocabulary']\n"
                      f"assert asked['names'] and asked['language'] == 'en'\nprint({answer!r})\n")  # fmt: skip
    return f"{sys.executable} {script}"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"quote": "Norway sells nothing at all"}, "does not stand in the text"),
        ({"quote": "Norwey supplies Sweden with oil"}, "quote is not in the text"),
        ({"what": "br:adores"}, "br:adores"),
        ({"about": "Atlantis"}, "Atlantis"),
        ({"stance": "guessed"}, "no stance ‘guessed’"),
        ({"summary": "Indeed the road will be about 85 km long. Swedish ones"}, "copies 8 or more words"),
        ({"speaker": "Nobody At All"}, "No speaker ‘Nobody At All’"),
        ({"object": "", "value": "much"}, "much"),
        ({"object": "", "what": "br:date", "value": "soon"}, "soon"),
        ({"object": "", "what": "ind:length", "value": "much"}, "much"),
    ],
)
def test_what_a_command_makes_up_is_refused(workspace: Path, run: Run, change: dict[str, str], why: str) -> None:
    command = with_answer(workspace, json.dumps([GOOD, GOOD | {"summary": "Oil goes from one to another."} | change]))
    found = json.loads(run("draft", "note", "--with", command, "-f", "json", cwd=workspace, code=0).stdout)
    assert found["given"] == 2 == len(found["drafts"]) + len(found["refused"])
    assert len(found["drafts"]) == 1
    assert why in str(found["refused"][0])


def test_what_a_command_gives_is_a_draft(workspace: Path, run: Run) -> None:
    out = run("draft", "note", "--with", with_answer(workspace, json.dumps(GOOD)), cwd=workspace, code=0).stdout
    assert "gave 1: 1 accepted, 0 refused" in out
    text = (workspace / "facts" / "documents" / "note.trig").read_text()
    assert "e:NOR br:supplies e:SWE" in text
    assert "br:stance stance:draft" in text
    assert "br:statedBy e:reuters" in text


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("print('no json')", "is no JSON"),
        ("pass", "printed nothing"),
        ("import sys; sys.exit('out of luck')", "ended with 1: out of luck"),
        ("print('x' * (17 << 20))", "printed more than 16 MB"),
        ("import threading; threading.Event().wait()", "took longer than 2 seconds"),
        ("x = bytearray(1 << 29); import threading; threading.Event().wait()", "MB of memory"),
    ],
)
def test_a_command_that_fails_is_told_and_nothing_is_written(
    workspace: Path, run: Run, program: str, told: str
) -> None:
    before = (workspace / "facts" / "documents" / "note.trig").read_bytes()
    script = workspace / "reader.py"
    script.write_text(program)
    limits = ("--timeout", "2" if "seconds" in told else "60", "--memory", "200")
    done = run("draft", "note", "--with", f"{sys.executable} {script}", *limits, cwd=workspace)
    assert done.returncode
    assert told in done.stderr
    assert (workspace / "facts" / "documents" / "note.trig").read_bytes() == before


def test_a_command_that_is_not_there_is_told(workspace: Path, run: Run) -> None:
    assert "cannot be started" in run("draft", "note", "--with", "no-such-command", cwd=workspace, code=3).stderr
