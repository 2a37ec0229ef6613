"""What an entity is: its most special kinds, and its codes."""

from __future__ import annotations

from kg.ask.claims import Reader
from kg.text.terms import ONTOLOGY_GRAPH, SKOS, SUBCLASS, VOCAB, br, curie, expand, local


def kinds_of(reader: Reader, iri: str) -> set[str]:
    """The local names of an entity's classes and all classes above; for an event type also its PLOVER category."""
    found: set[str] = set()
    todo = reader.kinds(iri)
    while todo:
        kind = todo.pop()
        if local(kind) not in found:
            found.add(local(kind))
            todo += [str(o) for o in reader.view.objects(kind, SUBCLASS, ONTOLOGY_GRAPH)]
    matches = {local(str(o)) for o in reader.view.objects(iri, SKOS + "broadMatch")}
    if not matches and "Concept" in found and reader.index is not None:
        matches = {local(expand(v) or v) for p, v, _ in reader.index.statements(curie(iri)) if p == "skos:broadMatch"}
    return found | matches


def quad_class(reader: Reader, relation: str) -> str:
    """PLOVER's quad class of an event type, or of the act that a property stands for; "" for what is no act."""
    act = next((str(o) for o in reader.view.objects(relation, br("jointAct"))), relation)
    kinds = sorted({local(act)} | kinds_of(reader, act))
    return next((q for k in kinds if (q := reader.view.text(f"{VOCAB}plover/{k}", br("quadClass")))), "")


def describe(reader: Reader, iri: str) -> dict[str, str | int]:
    """Label, kind (in words), iso3 and cow of an entity, as far as it has them."""
    kinds = set(reader.kinds(iri))
    above = {str(o) for k in kinds for o in reader.view.objects(k, SUBCLASS, ONTOLOGY_GRAPH)}
    kind = min((reader.label(k) for k in kinds - above), default="")
    found: dict[str, str | int] = {"label": reader.label(iri), "kind": kind}
    iso3, cow = reader.view.text(iri, br("iso3")), reader.view.text(iri, br("cowCode"))
    if iso3:
        found["iso3"] = iso3
    if cow and cow.isdigit():
        found["cow"] = int(cow)
    return found
