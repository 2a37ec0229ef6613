"""Wikidata entities as JSON, one a line or in an array: statements with qualifiers, references and ranks.

A statement becomes a record under its own id. ``PROPERTIES`` says which properties the graph has a word for; others are
counted as left out. Qualifiers of time become the date, a reference's publisher the speaker; a deprecated statement is
denied; that one is preferred to others is not kept, they all go in. See
https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from kg.importers.job import Job, Taken
from kg.importers.shape import Garbled, listing, mapping, parse, text
from kg.tables.lines import DAMAGE, ENTITY, Problem, damaged, opened, read_lines
from kg.tables.row import Row
from kg.text.periods import parse_edtf
from kg.text.points import write_point
from kg.text.records import Record

PROPERTIES = {
    "P17": "br:within", "P27": "br:nationalOf", "P39": "br:relatedTo", "P47": "br:bordersOn", "P102": "br:memberOf",
    "P108": "br:memberOf", "P361": "br:partOf", "P463": "br:memberOf", "P527": "br:includes", "P530":
    "br:hasDiplomaticRelationsWith", "P571": "br:begins", "P576": "br:ends", "P585": "br:date",
    "P710": "br:participant",
    "P1891": "br:signatory", "P2043": "ind:length", "P7588": "br:inForceOn", "P131": "br:within", "P276": "br:location",
    "P607": "br:relatedTo", "P577": "br:signedOn", "P625": "br:coordinates",
}  # fmt: skip
KINDS = {
    "Q5": "br:Person", "Q6256": "br:State", "Q3624078": "br:State", "Q43229": "br:Organization",
    "Q131569": "br:Agreement",
    "Q484652": "br:InternationalOrganization", "Q12280": "br:Structure", "Q4022": "br:River",
}  # fmt: skip
#: The property whose values are points, and the globe that they are on.
_POINT, _EARTH = "br:coordinates", "Q2"
_UNITS = {"Q11573": "unit:M", "Q828224": "unit:KiloM", "Q199": "unit:NUM", "1": "unit:NUM"}
_ID = re.compile(r"[QPL]\d+(-[FS]\d+)?", re.A)
_LANGUAGES = ("en", "ru", "ko")
_TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T.*", re.A)


#: What is read; see ``kg import wikidata --help``.
KEYS = {"Properties": PROPERTIES, "Kinds": KINDS}


def read(job: Job) -> Iterator[Taken]:
    """Entities as records: one row an entity."""
    for path in job.source.files:
        name = os.path.basename(path)
        for number, entity in job.rows(path, _rows(path, job)):
            place = f"{name}:{number}"
            yield Taken(place, entity if isinstance(entity, Problem) else _entity(job, entity, place))


def _rows(path: str, job: Job) -> Iterator[Row[Any]]:
    """Entities: lines of a dump, or the members of ``{"entities": …}``."""
    try:
        with opened(path) as (file, _):
            start = file.read(64).lstrip()
        if start.startswith(b"{") and b'"entities"' in start:
            with opened(path) as (file, _):
                entities = mapping(mapping(parse(file.read()), "it").get("entities"), "entities")
            yield from (Row(i, entity) for i, entity in enumerate(entities.values(), 1))
            return
    except DAMAGE as error:
        yield Row(1, damaged(error))
        return
    except Garbled as error:
        yield Row(1, Problem("no entity", f"this is not Wikidata's JSON: {error}", True))
        return
    for number, line in read_lines(path, job.tail, ENTITY):
        if isinstance(line, Problem):
            yield Row(number, line)
        elif line.strip().rstrip(",") not in ("", "[", "]"):
            yield Row(number, _parsed(line.strip().rstrip(",")))


def _parsed(line: str) -> Any:
    try:
        return parse(line)
    except Garbled as error:
        return Problem("no entity", f"this is not a Wikidata entity: {error}")


def _entity(job: Job, value: Any, place: str) -> list[Record] | Problem:
    try:
        entity = mapping(value, "it")
        thing, claims = _item(entity.get("id"), "id"), mapping(entity.get("claims", {}), "claims")
    except Garbled as error:
        return Problem("no entity", f"this is not a Wikidata entity: {error}")
    _describe(job, place, thing, entity, claims)
    found, left_out = list[Record](), Counter[str]()
    for prop, some in claims.items():
        with _telling(job, place):
            statements = listing(some, prop)
            if prop not in PROPERTIES:
                left_out[prop] += len(statements)
                continue
            for statement in statements:
                with _telling(job, place):
                    made = _statement(thing, prop, mapping(statement, prop), partial(job.flaw, place))
                    if isinstance(made, Problem):
                        job.flaw(place, made)
                    else:
                        found.append(made)
    for prop, count in left_out.items():
        if prop != "P31":
            job.flaw(place, Problem("properties without a word in the graph", f"{prop[:40]} ({count} statements)"))
    return found


@contextmanager
def _telling(job: Job, place: str) -> Iterator[None]:
    """What is garbled here is told and left out; what stands beside it goes in."""
    try:
        yield
    except Garbled as error:
        job.flaw(place, Problem("garbled part", str(error)))


def _describe(job: Job, place: str, thing: str, entity: dict[str, Any], claims: dict[str, Any]) -> None:
    """Say what an entity is, and its names."""
    with _telling(job, place):
        for statement in listing(claims.get("P31", []), "P31"):
            with _telling(job, place):
                said = mapping(statement, "P31")
                kind = _value(said, "P31")
                if not _deprecated(said, "P31") and kind is not None:
                    found = KINDS.get(_item(mapping(kind, "P31").get("id"), "P31").removeprefix("wd:"))
                    if found:
                        job.actors.tell(thing, "a", found)
    names, others = dict[str, Any](), dict[str, Any]()
    with _telling(job, place):
        names = mapping(entity.get("labels", {}), "labels")
    with _telling(job, place):
        others = mapping(entity.get("aliases", {}), "aliases")
    for lang in _LANGUAGES:
        if lang in names:
            with _telling(job, place):
                name = text(mapping(names[lang], f"the label ({lang})").get("value"), f"the label ({lang})")
                job.actors.tell(thing, "rdfs:label", name, lang)
        with _telling(job, place):
            for alias in listing(others.get(lang, []), f"aliases ({lang})"):
                with _telling(job, place):
                    other = text(mapping(alias, f"an alias ({lang})").get("value"), f"an alias ({lang})")
                    job.actors.tell(thing, "skos:altLabel", other, lang)


def _item(value: Any, what: str) -> str:
    """The name of an entity from its id. Raises Garbled."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise Garbled(f"{what} is not the id of an entity")
    return f"wd:{value}"


def _value(statement: dict[str, Any], what: str) -> Any:
    """The value of a statement, or of a snak in its place; None when it has none. Raises Garbled."""
    snak = mapping(statement.get("mainsnak", {}), f"{what}, mainsnak")
    if snak.get("snaktype") in ("somevalue", "novalue"):
        return None
    if snak.get("snaktype") != "value":
        raise Garbled(f"{what}, snaktype: this is none")
    value = mapping(snak.get("datavalue"), f"{what}, datavalue").get("value")
    if value is None:
        raise Garbled(f"{what}, value: there is none")
    return value


def _deprecated(statement: dict[str, Any], what: str) -> bool:
    """Whether the rank of a statement says that it is wrong. Raises Garbled."""
    rank = statement.get("rank")
    if rank not in ("preferred", "normal", "deprecated"):
        raise Garbled(f"{what}, rank: this is no rank")
    return bool(rank == "deprecated")


def _statement(thing: str, prop: str, statement: dict[str, Any], tell: Callable[[Problem], None]) -> Record | Problem:
    value = _value(statement, prop)
    if value is None or not statement.get("id"):
        return Problem("no value", f"{prop}: it says nothing, or has no id")
    qualifiers = mapping(statement.get("qualifiers", {}), f"{prop}, qualifiers")
    record = Record(
        id=text(statement["id"], f"{prop}, id").replace("$", "-"),
        subject=thing,
        relation=PROPERTIES[prop],
        date=_when(qualifiers, prop, tell),
        speaker=_speaker(statement, prop),
        stance="denied" if _deprecated(statement, prop) else "stated",
    )
    if isinstance(value, dict) and "id" in value:
        return record._replace(object=_item(value["id"], prop))
    if isinstance(value, dict) and "time" in value:
        date = _date(value, prop)
        return record._replace(date=date) if date else Problem("date", f"{prop}: its date cannot be read")
    if isinstance(value, dict) and "amount" in value:
        unit = _UNITS.get(text(value.get("unit"), f"{prop}, unit").rpartition("/")[2])
        if unit is None or not record.relation.startswith("ind:"):
            return Problem("unit", f"{prop}: its unit is not known")
        return record._replace(value=text(value["amount"], f"{prop}, amount").removeprefix("+"), unit=unit)
    if isinstance(value, dict) and "latitude" in value and PROPERTIES[prop] == _POINT:
        return _located(record, value, prop)
    return Problem("kind of value", f"{prop}: a value of this kind has no place")


def _located(record: Record, value: dict[str, Any], prop: str) -> Record | Problem:
    """A globe coordinate as a point; one of another globe is none here."""
    if str(value.get("globe", _EARTH)).rpartition("/")[2] != _EARTH:
        return Problem("not on the earth", f"{prop}: its globe is another")
    try:
        return record._replace(value=write_point(str(value["latitude"]), str(value.get("longitude"))))
    except ValueError as error:
        return Problem("coordinates", f"{prop}: {error}")


def _when(qualifiers: dict[str, Any], what: str, tell: Callable[[Problem], None]) -> str:
    """The date of a statement from its qualifiers: a point in time, or start and end. Raises Garbled."""

    def first(prop: str) -> str:
        snaks = listing(qualifiers.get(prop, []), f"{what}, {prop}")
        value = _value({"mainsnak": snaks[0]}, f"{what}, {prop}") if snaks else None
        if value is None:
            return ""
        date = _date(mapping(value, f"{what}, {prop}"), f"{what}, {prop}")
        if not date:
            tell(Problem("date left out", f"{what}, {prop}: a date that is no year, month or day"))
        return date

    begins, ends = first("P580"), first("P582")
    return first("P585") or (f"{begins or '..'}/{ends or '..'}" if begins or ends else "")


def _date(value: dict[str, Any], what: str) -> str:
    """A time value as EDTF, to its precision: 9 a year, 10 a month, 11 a day; "" for what is coarser or unreadable."""
    time, precision = text(value.get("time"), f"{what}, time"), value.get("precision", 0)
    if type(precision) is not int:
        raise Garbled(f"{what}, precision: this is no number")
    found = _TIME.fullmatch(time)
    if not found:
        return ""
    edtf = "-".join(found.groups()[: {9: 1, 10: 2, 11: 3}.get(precision, 0)])
    try:
        parse_edtf(edtf)
    except ValueError:
        return ""
    return edtf


def _speaker(statement: dict[str, Any], what: str) -> str:
    """Whom the first reference names as publisher (P123) or source (P248). Raises Garbled."""
    for reference in listing(statement.get("references", []), f"{what}, references"):
        snaks = mapping(mapping(reference, f"{what}, references").get("snaks", {}), f"{what}, references")
        for prop in ("P123", "P248"):
            for snak in listing(snaks.get(prop, []), f"{what}, {prop}"):
                value = _value({"mainsnak": snak}, f"{what}, {prop}")
                if value is not None:
                    return _item(mapping(value, f"{what}, {prop}").get("id"), f"{what}, {prop}")
    return ""
