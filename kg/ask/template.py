"""A text to copy: a thing of some class in a whole claim, with what kg check asks for and what is usual.

Names in capitals stand for what the writer fills in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from kg.ask.vocabulary import Vocabulary
from kg.text.terms import PREFIXES, br, curie, expand, local
from kg.values.claims import Literal, Ref
from kg.values.vocabulary import Use

#: Examples of values, by the type that a property asks for.
_VALUES = {
    "xsd:date": '"2020-01-31"^^xsd:date', "br:EDTF": '"2020-01-31"', "xsd:boolean": "true", "xsd:integer": "1",
    "xsd:decimal": "1.5", "xsd:string": '"TEXT"', "rdf:langString": '"WORDS"@en', "xsd:anyURI": '"https://…"^^xsd:anyURI',
}  # fmt: skip
_ACTORS = ("e:WHO", "e:WHOM")
_CLAIM = """c:NAME a br:Claim ; br:inDocument d:DOCUMENT ; br:statedBy e:SPEAKER ; br:stance stance:stated ;
  dcterms:description "WHAT IT SAYS, IN ONE LINE"@en ;
  br:passage [ br:paragraph 1 ; oa:start 0 ; oa:end 10 ] .
"""
_CONTENT = """c:NAME {
  e:WHO br:cooperatesWith e:WHOM .
}
"""
_DOCUMENT = """d:NAME a br:Document ; dcterms:title "TITLE"@en ; dcterms:creator e:AUTHOR ;
  dcterms:issued "2020-01-31"^^xsd:date ;
  br:fileName "NAME.txt" ; br:textHash "0000000000000000000000000000000000000000000000000000000000000000" ;
  br:recordedOn "2020-02-01"^^xsd:date .
"""
_LINK = """e:NAME a br:ClaimLink ; br:linkType rel:contradicts ; br:linkMember c:ONE , c:OTHER ;
  dcterms:title "WHAT THEY DIFFER IN"@en ; rdfs:comment "WHY"@en ; dcterms:creator e:AUTHOR .
"""
#: What a property asks for that its type does not say.
_OF_PROPERTY = {
    "br:iso3": '"XXX"',
    "br:unit": "unit:NUM",
    "br:per": "unit:DAY",
    "br:date": '"2020-01-31"',
}
#: Of these the ontology leaves open what they are about; somebody who acts will do.
_ANYBODY = ("br:cause", "br:affects", "br:measureOf", "br:topic", "br:party", "br:aimOf")
_DATE = br("date")
#: What kg works out by itself, and names, which stand there anyhow.
_LEFT_OUT = ("br:begins", "br:ends", "rdfs:label")
#: What is no thing that a claim speaks of.
_PARTS = ("br:Claim", "br:Passage", "br:Document", "br:Coding")
#: What anything may have is told where such a share of the things of a class bears it.
_MOST = 0.5
#: So many other values are named beside one.
_SHOWN = 5
#: Classes whose things are described among the reference data, where no claim says so.
_DESCRIBED = frozenset(map(br, ("Actor", "Place", "Office")))


class _Line(NamedTuple):
    """A property with its values, the things that these are, and what else could stand there."""

    text: str
    things: dict[str, str]
    choice: str


def template(vocabulary: Vocabulary, iri: str) -> str:
    """TriG for a thing of a class, with the prefixes that it needs."""
    fixed = {br("Claim"): _CONTENT + _CLAIM, br("Document"): _DOCUMENT, br("ClaimLink"): _LINK}
    body = fixed.get(iri) or _whole(vocabulary, iri)
    used = [p for p in PREFIXES if re.search(rf"(?<![\w-]){p}:", body)]
    return "".join(f"@prefix {p}: <{PREFIXES[p]}> .\n" for p in used) + "\n" + body


def _whole(vocabulary: Vocabulary, iri: str) -> str:
    thing, lines = _name(curie(iri)), _lines(vocabulary, iri, _told(vocabulary, iri))
    above = vocabulary.up(iri)
    sided = br("Actor") in above and iri not in (br("Actor"), br("State"), br("AnonymousSource"))
    if sided and not any("br:nationalOf" in line.text for line in lines):
        lines.append(_Line("br:nationalOf e:WHO", {}, "br:organOf, for one that acts for the state"))
    things = {name: kind for line in lines for name, kind in line.things.items()}
    head = f"{thing} a {curie(iri)}"
    described = not _DESCRIBED.isdisjoint(above)
    known = [
        f'  {k} a {v} ; rdfs:label "NAME{k[-2:] if k[-2:-1] == "-" else ""}"@en .\n' for k, v in sorted(things.items())
    ]
    own = f'{head} ; rdfs:label "NAME"@en'
    content = _statement(own if described else head, lines)
    for name, kind in things.items():  # what these in turn are asked for
        asked = _lines(vocabulary, expand(kind) or kind, [u for u in vocabulary.uses(expand(kind) or kind) if u.least])
        content += f"\n  {_statement(f'{name} a {kind}', asked)}" if asked and not described else ""
    inside = f"{''.join(known)}  {content if described else own + ' .'}\n"
    reference = f"g:reference a br:ReferenceGraph .\ng:reference {{\n{inside}}}\n"
    return reference if described else f"{reference}\nc:NAME {{\n  {content}\n}}\n{_CLAIM}"


def _told(vocabulary: Vocabulary, iri: str) -> list[Use]:
    """What the template of a class tells: what is asked of it, and what the ontology has for it alone."""
    uses = [u for u in vocabulary.uses(iri) if u.need != "other" and u.property.id not in _LEFT_OUT]
    asked = {u.property.id for u in uses if u.least or u.need == "required"}
    else_ = {r.id for u in uses for r in u.or_else if not _is_borne(vocabulary, r, iri)} - asked
    return [
        u
        for u in uses
        if u.property.id not in else_ and (u.property.id in asked or _is_own(vocabulary, u.property, iri))
    ]


def _lines(vocabulary: Vocabulary, iri: str, uses: Iterable[Use]) -> list[_Line]:
    """A line for each property, with the two actors in turn."""
    lines, actors = list[_Line](), 0
    uses = list(uses)
    told = {u.property.id for u in uses}
    for use in uses:
        beside = sum(r.id in told for r in use.or_else)  # these have a value each
        use = replace(use, least=max(use.least - beside, min(use.least, 1)))
        line = None if use.property.id in _LEFT_OUT else _line(vocabulary, use, iri, actors)
        if line:
            lines.append(line)
            actors += sum(line.text.count(a) for a in _ACTORS)
    return lines


def _is_own(vocabulary: Vocabulary, prop: Ref, iri: str) -> bool:
    """Whether a property is for a class alone, or is for anything and most things of the class bear it."""
    domain = vocabulary.term(vocabulary.expanded(prop)).domain
    return curie(iri) in (d.id for d in domain) if domain else _is_borne(vocabulary, prop, iri)


def _is_borne(vocabulary: Vocabulary, prop: Ref, iri: str) -> bool:
    return vocabulary.usage.share(vocabulary.expanded(prop), [iri]) >= _MOST


def _name(kind: str) -> str:
    """What a thing of a class is called where its name is to be filled in."""
    return f"e:{re.sub(r'(?<=[a-z])(?=[A-Z])', '-', kind.partition(':')[2]).upper()}"


def _statement(head: str, lines: list[_Line]) -> str:
    """A subject with its properties; behind each line what else could stand there."""
    rows = [head, *(x.text for x in lines)]
    notes = ["", *(f"   # or {x.choice}" if x.choice else "" for x in lines)]
    ends = [" ;"] * (len(rows) - 1) + [" ."]
    return "\n    ".join(row + end + note for row, end, note in zip(rows, ends, notes, strict=True))


def _line(vocabulary: Vocabulary, use: Use, iri: str, actors: int) -> _Line | None:
    """A property with as many values as it needs; nothing where no value can be thought up."""
    things, values = dict[str, str](), list[str]()
    for n in range(max(use.least, 1)):
        value = _value(vocabulary, use, iri, (n, actors + n), things)
        values += [value] if value and value not in values else []
    if not values and use.need == "required":  # one of the others will do
        instead = (u for r in use.or_else for u in vocabulary.uses(iri) if u.property == r)
        return next(filter(None, (_line(vocabulary, u, iri, actors) for u in instead)), None)
    others = [r.id for r in use.values if r.id not in values]
    choice = ", ".join(others[:_SHOWN]) + (f" … ({len(others) - _SHOWN} more)" if len(others) > _SHOWN else "")
    return _Line(f"{use.property.id} {' , '.join(values)}", things, choice) if values else None


def _value(vocabulary: Vocabulary, use: Use, iri: str, at: tuple[int, int], things: dict[str, str]) -> str:
    """A value for a property. ``at``: how many it has by now, and how many actors the template has."""
    if use.values:
        return _likeliest(vocabulary, use, iri) if not at[0] else use.values[min(at[0], len(use.values) - 1)].id
    kinds, prop = _kinds(vocabulary, use, iri), use.property.id
    if prop.endswith("On") and "xsd:string" in kinds:  # before dates had a type of their own
        return _VALUES["br:EDTF"]
    plain = _OF_PROPERTY.get(prop) or next((_VALUES[k] for k in kinds if k in _VALUES), "")
    written = vocabulary.usage.values(expand(prop) or prop, iri) if plain == _VALUES["xsd:string"] else []
    if written and isinstance(written[0], Literal):  # it may have to be of some form
        return json.dumps(written[0].value, ensure_ascii=False)
    if prop == "br:date" and _lasts(vocabulary, iri):
        return '"2020-01-31/.."'
    if plain:
        return plain
    kind = next((k for k in kinds if k.startswith("br:")), "")
    if "br:Actor" in kinds or kind == "br:State" or prop in _ANYBODY:
        return _ACTORS[at[1] % 2]
    if not kind or kind in _PARTS:
        return ""
    if not use.least and any(u.need == "required" for u in vocabulary.uses(expand(kind) or kind)):
        return ""  # it would have to be told of as much again
    name = _name(kind) if kind != curie(iri) else f"e:OTHER-{_name(kind)[2:]}"
    name += f"-{at[0] + 1}" if at[0] else ""
    things[name] = kind
    return name


def _lasts(vocabulary: Vocabulary, iri: str) -> bool:
    """Whether the dates of the things of a class mostly run from a day to another."""
    written = vocabulary.usage.values(_DATE, iri)
    return 2 * sum(isinstance(v, Literal) and "/" in v.value for v in written) > len(written)


def _kinds(vocabulary: Vocabulary, use: Use, iri: str) -> list[str]:
    """What may stand there, first what mostly does on things of the class."""
    asked = [r.id for r in use.range]
    written = map(curie, vocabulary.usage.kinds(vocabulary.expanded(use.property), iri))
    fit = (k for k in written if not asked or set(map(curie, vocabulary.up(expand(k) or k))) & set(asked))
    return list(dict.fromkeys((*fit, *asked)))


def _likeliest(vocabulary: Vocabulary, use: Use, iri: str) -> str:
    """The value that things of the class mostly have, else the one that is called like it: ``ev:meet`` of a meeting."""
    there, stem = [v.id for v in use.values], local(iri).lower()[:4]
    written = (curie(str(v)) for v in vocabulary.usage.values(vocabulary.expanded(use.property), iri))
    alike = (v for v in there if v.partition(":")[2].startswith(stem))
    return next((v for v in (*written, *alike) if v in there), there[0])
