"""Warnings and notes that people accept, with a reason in the text beside what they are about.

    c:note-1 br:accepted [ br:check "no-words" ; rdfs:comment "The table has it as a picture."@en ] .

An error is never accepted. Findings keep their place and are counted, so that nothing disappears unsaid.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from kg.claims.quads import Quads
from kg.compile.trig import Locator
from kg.text.terms import br, curie
from kg.values.claims import Literal
from kg.values.findings import Finding


def accept(quads: Quads, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, those that their texts accept as such."""
    named = {(curie(about), check) for about, _, check in _acceptances(quads)}

    def judged(f: Finding) -> Finding:
        known = (f.focus, f.check) in named or (f.graph and (curie(f.graph), f.check) in named)
        return replace(f, severity="accepted") if known and f.severity != "error" else f

    return [judged(f) for f in findings]


def needless(quads: Quads, findings: Iterable[Finding], read_text: Callable[[str], str]) -> list[Finding]:
    """A note for each acceptance that nothing calls for. ``read_text`` gives a facts file by its name."""
    called = {(x, f.check) for f in findings if f.severity == "accepted" for x in (f.focus, curie(f.graph))}
    found = []
    for about, graph, check in _acceptances(quads):
        file = quads.text(graph, br("inFile"))
        if (curie(about), check) not in called and file:
            place = Locator(read_text(file)).find(about, br("accepted"))
            message = f"{curie(about)} accepts “{check}”, which is not found there any more."
            hint = "Remove this br:accepted."
            found.append(Finding(file, *place, "note", "accepts-nothing", message, hint, curie(about)))
    return found


def _acceptances(quads: Quads) -> list[tuple[str, str, str]]:
    """What accepts, in which graph, and the name of the check."""
    return sorted(
        (s, g, check.value)
        for s, _, node, g in quads.quads(None, br("accepted"))
        for check in quads.objects(str(node), br("check"))
        if isinstance(check, Literal)
    )
