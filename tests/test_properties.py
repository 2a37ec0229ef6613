"""What holds for any claims: nobody's claim takes another's place in an answer, and one line says one thing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

import kg
from hypothesis import given, settings
from hypothesis import strategies as st
from kg.graph import Graph
from kg.text.terms import CLAIM
from kg.values.claims import Claim

from test_disagreements import _HEAD, _THINGS

#: Here no claim need tell of the meetings, whose kind would ask for actors.
THINGS = _THINGS.replace("a br:Meeting ; ", "")
#: What a claim may say: some say the same in other words, some exclude each other.
CONTENTS = (
    "e:XAA br:alliedWith e:XBB .",
    "e:XAA br:opposes e:XBB .",
    'e:pact a br:Agreement ; br:signatory e:XAA , e:XBB ; br:signedOn "2024-06-19" .',
    'e:pact a br:Agreement ; br:signatory e:XAA , e:XBB ; br:signedOn "2024" .',
    "e:talks a br:Meeting ; br:eventType ev:meet ; br:actor e:XAA , e:XBB ; br:location e:north .",
    "e:talks a br:Meeting ; br:eventType ev:meet ; br:actor e:XAA , e:XBB ; br:location e:south .",
    "e:{n} a br:Measure ; br:measureOf e:XAA ; br:counterpart e:XBB ; br:indicator ind:trade-share ; br:value 3 ; br:unit unit:PERCENT .",
    "e:{n} a br:Measure ; br:measureOf e:XAA ; br:counterpart e:XBB ; br:indicator ind:trade-share ; br:value 5 ; br:unit unit:PERCENT .",
    'e:XAA br:describedAs "close to Borealia"@en . e:XAA br:cooperatesWith e:XBB .',
)


class Said(NamedTuple):
    """A claim: what, how, and in which of the two documents."""

    content: int
    stance: str
    document: str
    negated: bool


CLAIMS = st.builds(
    Said,
    st.integers(0, len(CONTENTS) - 1),
    st.sampled_from(("stated", "reported", "assessed", "denied")),
    st.sampled_from(("one", "two")),
    st.booleans(),
)


def text(number: int, said: Said) -> str:
    name, speaker = f"k{number}", "paper" if said.document == "one" else "wire"
    content = CONTENTS[said.content].replace("{n}", name)
    negated = "br:negated true ; " if said.negated and said.stance != "denied" else ""
    return (
        f"c:{name} {{ {content} }}\nc:{name} a br:Claim ; br:inDocument d:{said.document} ; br:statedBy e:{speaker} ; "
        f'br:stance stance:{said.stance} ; {negated}dcterms:description "Words of {name}."@en ; '
        'br:passage [ br:section "p. 1" ] .\n'
    )


def graph_of(folder: Path, claims: list[Said]) -> Graph:
    (folder / "facts").mkdir(exist_ok=True)
    written = _HEAD + THINGS + "".join(text(i, said) for i, said in enumerate(claims))
    (folder / "facts" / "all.trig").write_text(written, encoding="utf-8")
    return kg.open(str(folder))


def answers(graph: Graph) -> dict[str, set[str]]:
    """The claims in each answer."""

    def ids(claims: object) -> set[str]:
        return {c.id for c in claims if isinstance(c, Claim)}  # type: ignore[attr-defined]

    brief = graph.brief("XAA", "XBB", everything=True)
    return {
        "brief": ids(c for s in brief.sections if s.key not in ("disputes", "gaps") for x in s.lines for c in x.claims),
        "fact": ids(c for name in ("XAA", "pact", "talks") for f in graph.facts(name) for c in f.claims),
        "conflicts": ids(c for d in graph.conflicts() for c in d.claims),
    }


@settings(max_examples=6, deadline=None, derandomize=True)
@given(st.lists(CLAIMS, min_size=1, max_size=7), CLAIMS)
def test_a_claim_more_takes_no_other_out_of_an_answer(claims: list[Said], more: Said) -> None:
    with tempfile.TemporaryDirectory() as folder:
        before = answers(graph_of(Path(folder), claims))
        after = answers(graph_of(Path(folder), [*claims, more]))
    for answer, ids in before.items():
        assert ids <= after[answer], answer


@settings(max_examples=6, deadline=None, derandomize=True)
@given(st.lists(CLAIMS, min_size=2, max_size=9))
def test_claims_on_one_line_say_the_same_in_the_same_way(claims: list[Said]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        graph = graph_of(Path(folder), claims)
        brief = graph.brief("XAA", "XBB", everything=True)
        view = graph.reader.view
        for line in (x for s in brief.sections if s.key not in ("disputes", "gaps") for x in s.lines):
            own = [{c.id, f"e:{c.id}"} for c in line.claims]
            said = {
                frozenset(
                    tuple("self" if str(x).rsplit("/", 1)[-1] == c.id else x for x in q[:3])
                    for q in view.quads(g=CLAIM + c.id)
                )
                for c in line.claims
            }
            assert len(said) == 1, own
            assert len({(c.stance, c.negated) for c in line.claims}) == 1
            assert line.text == line.claims[0].summary
