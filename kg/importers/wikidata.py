"""Wikidata entities as JSON, one a line or in an array: statements with qualifiers, references and ranks.

A statement becomes a record under its own id. ``PROPERTIES`` says which properties the graph has a word for; others are
counted as left out. Qualifiers of time become the date, a reference's publisher the speaker; a deprecated statement is
denied; that one is preferred to others is not kept, they all go in. See
https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from kg.importers.job import Job, Taken
from kg.importers.lines import ENTITY, Problem, opened, read_lines
from kg.importers.source import Row
from kg.periods import parse_edtf
from kg.records import Record

PROPERTIES = {
    "P17": "br:within", "P27": "br:belongsTo", "P39": "br:relatedTo", "P47": "br:bordersOn", "P102": "br:belongsTo",
    "P108": "br:belongsTo", "P361": "br:partOf", "P463": "br:belongsTo", "P527": "br:includes", "P530":
    "br:hasDiplomaticRelationsWith", "P571": "br:begins", "P576": "br:ends", "P585": "br:date",
    "P710": "br:participant",
    "P1891": "br:signatory", "P2043": "ind:length", "P7588": "br:inForceOn", "P131": "br:within", "P276": "br:location",
    "P607": "br:relatedTo", "P577": "br:signedOn",
}  # fmt: skip
KINDS = {
    "Q5": "br:Person", "Q6256": "br:State", "Q3624078": "br:State", "Q43229": "br:Organization",
    "Q131569": "br:Agreement",
    "Q484652": "br:InternationalOrganization", "Q12280": "br:Structure", "Q4022": "br:River",
}  # fmt: skip
_UNITS = {"Q11573": "unit:M", "Q828224": "unit:KiloM", "Q199": "unit:NUM", "1": "unit:NUM"}
_LANGUAGES = ("en", "ru", "ko")
_TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T.*", re.A)


def read(job: Job) -> Iterator[Taken]:
    """Entities as records: one row an entity."""
    for path in job.source.files:
        name = os.path.basename(path)
        for number, cells in job.rows(_rows(path, job)):
            made = cells if isinstance(cells, Problem) else _entity(job, cells[0], f"{name}:{number}")
            yield Taken(f"{name}:{number}", made)


def _rows(path: str, job: Job) -> Iterator[Row]:
    """Entities as texts: lines of a dump, or the members of ``{"entities": …}``."""
    with opened(path) as (file, _):
        start = file.read(64).lstrip()
    if start.startswith(b"{") and b'"entities"' in start:
        with opened(path) as (file, _):
            try:
                entities = json.loads(file.read())["entities"]
            except (ValueError, KeyError, UnicodeDecodeError) as error:
                yield Row(1, Problem("no entity", f"this is not Wikidata's JSON: {error}"))
                return
        yield from (Row(i, [json.dumps(e)]) for i, e in enumerate(entities.values(), 1))
        return
    for number, text in read_lines(path, job.tail, ENTITY):
        if isinstance(text, Problem):
            yield Row(number, text)
        elif text.strip().rstrip(",") not in ("", "[", "]"):
            yield Row(number, [text.strip().rstrip(",")])


def _entity(job: Job, text: str, place: str) -> list[Record] | Problem:
    try:
        entity = json.loads(text)
        name, claims = str(entity["id"]), dict(entity.get("claims", {}))
        labels = {k: v["value"] for k, v in entity.get("labels", {}).items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return Problem("no entity", f"this is not a Wikidata entity: {error}")
    thing = f"wd:{name}"
    for kind in _items(claims.get("P31", [])):
        if kind in KINDS:
            job.actors.tell(thing, "a", KINDS[kind])
    for lang in _LANGUAGES:
        if lang in labels:
            job.actors.tell(thing, "rdfs:label", labels[lang], lang)
        for alias in entity.get("aliases", {}).get(lang, []):
            job.actors.tell(thing, "skos:altLabel", alias["value"], lang)
    found, left_out = [], Counter[str]()
    for prop, statements in claims.items():
        if prop not in PROPERTIES:
            left_out[prop] += len(statements)
            continue
        for statement in statements:
            made = _statement(thing, prop, statement)
            if isinstance(made, Problem):
                job.flaw(place, made)
            else:
                found.append(made)
    for prop, count in left_out.items():
        if prop != "P31":
            job.flaw(place, Problem("properties without a word in the graph", f"{prop} ({count} statements)"))
    return found


def _items(statements: list[dict[str, Any]]) -> Iterator[str]:
    for s in statements:
        value = s.get("mainsnak", {}).get("datavalue", {}).get("value")
        if isinstance(value, dict) and "id" in value:
            yield str(value["id"])


def _statement(thing: str, prop: str, statement: dict[str, Any]) -> Record | Problem:
    relation, name = PROPERTIES[prop], str(statement.get("id", "")).replace("$", "-")
    snak = statement.get("mainsnak", {})
    if snak.get("snaktype") != "value" or not name:
        return Problem("no value", f"{prop}: {snak.get('snaktype', 'no statement')}")
    stance = "denied" if statement.get("rank") == "deprecated" else "stated"
    qualifiers = statement.get("qualifiers", {})
    speaker = _speaker(statement)
    value = snak["datavalue"]["value"]
    when = _when(qualifiers)
    if isinstance(value, dict) and "id" in value:
        return Record(name, thing, relation, f"wd:{value['id']}", date=when, speaker=speaker, stance=stance)
    if isinstance(value, dict) and "time" in value:
        date = _date(value)
        if not date:
            return Problem("date", f"{prop}: {value['time']} cannot be read")
        return Record(name, thing, relation, date=date, speaker=speaker, stance=stance)
    if isinstance(value, dict) and "amount" in value:
        unit = _UNITS.get(str(value.get("unit", "")).rpartition("/")[2])
        if unit is None or not relation.startswith("ind:"):
            return Problem("unit", f"{prop}: the unit {value.get('unit')} is not known")
        amount = str(value["amount"]).lstrip("+")
        return Record(name, thing, relation, value=amount, unit=unit, date=when, speaker=speaker, stance=stance)
    return Problem("kind of value", f"{prop}: a value of this kind has no place")


def _when(qualifiers: dict[str, Any]) -> str:
    """The date of a statement from its qualifiers: a point in time, or start and end."""

    def first(prop: str) -> str:
        snaks = qualifiers.get(prop, [])
        return _date(snaks[0]["datavalue"]["value"]) if snaks and "datavalue" in snaks[0] else ""

    begins, ends = first("P580"), first("P582")
    return first("P585") or (f"{begins or '..'}/{ends or '..'}" if begins or ends else "")


def _date(value: dict[str, Any]) -> str:
    """A time value as EDTF, to its precision: 9 a year, 10 a month, 11 a day; "" for what is coarser or unreadable."""
    found = _TIME.fullmatch(str(value.get("time", "")))
    if not found:
        return ""
    text = "-".join(found.groups()[: {9: 1, 10: 2, 11: 3}.get(value.get("precision", 0), 0)])
    try:
        parse_edtf(text)
    except ValueError:
        return ""
    return text


def _speaker(statement: dict[str, Any]) -> str:
    """Whom the first reference names as publisher (P123) or source (P248)."""
    for reference in statement.get("references", []):
        for prop in ("P123", "P248"):
            for item in _items([{"mainsnak": s} for s in reference.get("snaks", {}).get(prop, [])]):
                return f"wd:{item}"
    return ""
