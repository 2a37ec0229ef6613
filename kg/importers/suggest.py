"""A first mapping for a table, from the names of its columns and its first rows: to be read and corrected."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from itertools import islice

from kg.base.states import SYSTEMS, States
from kg.errors import WrongCall
from kg.importers.dates import Dates
from kg.importers.rule import POINT, ROLES
from kg.tables.lines import Problem
from kg.tables.table import read_table
from kg.text import escapes
from kg.text.dates import parse_date

#: Rows that are looked at.
_ROWS = 500
#: Words in the names of columns, by what they hint at; the first that fits counts.
_HINTS = {
    "id": ("id", "recordid", "rowid", "eventid", "key", "nr", "no"),
    "subject": ("subject", "exporter", "reporter", "actor1", "actor", "from", "sender", "statea", "state1", "ccode1",
                "iso1", "donor", "supplier", "country", "state", "name", "source"),
    "object": ("object", "target", "importer", "partner", "actor2", "to", "recipient", "receiver", "stateb", "state2",
               "ccode2", "iso2", "entity"),
    "relation": ("relation", "type", "act", "event", "predicate", "eventtype", "relationtype", "vote"),
    "value": ("value", "amount", "usd", "total", "count", "figure", "number", "tradevalue", "volume", "tiv"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "long", "lng"),
    "unit": ("unit", "currency"),
    "date": ("date", "year", "day", "month", "when", "period"),
    "begins": ("begin", "begins", "start", "startdate", "startyear", "fromdate", "styear"),
    "ends": ("end", "ends", "enddate", "endyear"),
    "speaker": ("speaker", "accordingto", "claimant", "reportedby", "saidby"),
    "stance": ("stance",),
    "source": ("url", "sourceurl", "link", "sourcelink", "reference"),
    "issued": ("published", "issued", "publicationdate", "sourcedate"),
    "text": ("text", "description", "summary"),
    "quote": ("quote", "quotation", "excerpt"),
    "note": ("note", "notes", "comment", "comments", "remark"),
}  # fmt: skip
#: Ways to name states that nothing else looks like: two letters may be a language, and a number anything.
_TELLING = ("name", "iso3", "cowc", "gwc", "ioc", "wb")
_URL = re.compile(r"https?://\S+", re.I)
_NUMBER = re.compile(r"[+-]?[\d,]*\.?\d+", re.A)
#: Ways to write dates that are tried, each with what tells that it fits all.
_FORMS = ("%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d-%b-%y")


def suggest(path: str, name: str = "") -> str:
    """The text of a mapping. ``name``: of the sheet. Raises as ``read_table`` does."""
    sheet = read_table(path, sheet=name)
    rows = [c for _, c in islice(sheet.rows, _ROWS) if not isinstance(c, Problem) and len(c) == len(sheet.columns)]
    values = {name: [r[i].strip() for r in rows if r[i].strip()] for i, name in enumerate(sheet.columns)}
    roles, states, dates = _roles(sheet.columns, values), States(), _form(values)
    lines = [
        f"# What the columns of {escapes.line(os.path.basename(path))} mean; a guess to be read and corrected.",
        f"# It rests on the names of the columns and the first {len(rows)} rows.",
        "# kg import table FILE --mapping THIS --dry-run accounts for every row without writing anything.",
        "", "[columns]",
    ]  # fmt: skip
    lines += [f"{role} = {escapes.json(column)}" for role, column in roles.items()]
    for column in sheet.columns:
        if column not in roles.values():
            sample = escapes.line(", ".join(dict.fromkeys(values[column][:3])))[:60]
            lines.append(f"# {escapes.json(column)[1:-1]}: not used ({sample})")
    lines += ["", "[constants]  # the same for every row"]
    if "relation" not in roles:
        example = '"ind:trade-share"' if "value" in roles else '"br:relatedTo"'
        if "latitude" in roles:
            example = '"br:coordinates"'
        lines.append(
            f"relation = {example}  # a property (br:), an indicator (ind:) or an event type (cameo:, plover:, ev:)"
        )
    lines += ['stance = "reported"', "", "[states]  # how columns name states: name, " + ", ".join(SYSTEMS)]
    mixed = dict[str, list[str]]()
    for role in ("subject", "object"):
        some = values.get(roles.get(role, ""), [])
        system = _system(some, states)
        if system:
            lines.append(f'{role} = "{system}"')
        elif some:
            mixed[role] = sorted({v for v in some if states.by_name(v)})[:3]
    if mixed:
        lines += ["", "[kinds]  # what the others name: br:Person, br:Organization, br:Goods, br:Agreement …"]
        lines += [f'{role} = "br:Actor"' for role in mixed]
        lines += ["", "[match]  # what names stand for: name (whatever the graph knows by it), state, none"]
        for role, named in mixed.items():
            known = f"  # {', '.join(map(escapes.line, named))} …" if named else ""
            lines.append(f'{role} = "state"{known}')
    if dates:
        lines += ["", "[dates]", f'format = "{dates}"']
    words = sorted({v for v in values.get(roles.get("relation", ""), []) if ":" not in v})[:20]
    if words:
        lines += ["", "[relations]  # words of the relation column that are neither names of the graph nor CAMEO"]
        lines += [f'# {escapes.json(w)} = "br:…"' for w in words]
    return "\n".join(lines) + "\n"


def _roles(columns: list[str], values: Mapping[str, list[str]]) -> dict[str, str]:
    plain = {c: re.sub(r"[^a-z0-9]", "", c.lower()) for c in columns}
    found: dict[str, str] = {}
    for role, hints in _HINTS.items():
        for hint in hints:
            fitting = (c for c in columns if plain[c] == hint and c not in found.values() and _may_be(role, values[c]))
            column = next(fitting, None)
            if column:
                found[role] = column
                break
    _by_values(found, columns, values)
    free = [c for c in columns if c not in found.values() and values[c]]
    if "date" not in found and "begins" not in found:
        dated = next((c for c in free if all(map(_is_date, values[c])) or _form({c: values[c]})), None)
        if dated:
            found["date"] = dated
    if "source" not in found:
        linked = next((c for c in free if c not in found.values() and all(map(_URL.fullmatch, values[c]))), None)
        if linked:
            found["source"] = linked
    if not found.keys() >= set(POINT) or found.keys() & {"relation", "object", "value"}:
        found = {role: column for role, column in found.items() if role not in POINT}
    return {role: found[role] for role in ROLES if role in found}


def _by_values(found: dict[str, str], columns: list[str], values: Mapping[str, list[str]]) -> None:
    """Whom a row is about, and whom else, where no column is called so: columns of states, then of ids and names."""
    states = States()
    free = [c for c in columns if values[c] and c not in found.values() and _may_be("subject", values[c])]
    coded = [c for c in free if _system(values[c], states) in _TELLING]
    named = [c for c in free if c not in coded and re.search(r"(id|title|name)$", c, re.I) and not _counted(values[c])]
    waiting = [*coded, *named]
    for role in ("subject", "object"):
        if role not in found and waiting and not (role == "object" and "value" in found and not coded):
            found[role] = waiting.pop(0)


def _counted(some: list[str]) -> bool:
    """Whether all values are numbers."""
    return all(map(_NUMBER.fullmatch, some))


def _may_be(role: str, some: list[str]) -> bool:
    """Whether values can be what the name of their column hints at."""
    if not some:
        return role not in ("id", "subject", "object")
    if role in ("subject", "object", "relation", "speaker"):
        return not any(map(_URL.fullmatch, some)) and max(map(len, some)) <= 200
    if role in ("value", "latitude", "longitude"):
        return sum(bool(_NUMBER.match(v)) for v in some) >= 0.5 * len(some)
    if role in ("date", "begins", "ends", "issued"):
        return all(any(c.isdigit() for c in v) for v in some)
    if role == "id":
        return len(set(some)) == len(some)
    return role != "source" or bool(_URL.match(some[0]))


def _is_date(text: str) -> bool:
    try:
        return bool(parse_date(Dates("").iso(text)).begins)
    except WrongCall:
        return False


def _form(values: Mapping[str, list[str]]) -> str:
    """The one way to write dates that fits a whole column which is no EDTF; "" where none does, or two do."""
    for some in values.values():
        if some and not all(map(_is_date, some)):
            fitting = [form for form in _FORMS if all(Dates(form).iso(v) != v for v in some)]
            if len(fitting) == 1:
                return fitting[0]
    return ""


def _system(values: list[str], states: States) -> str | None:
    """The system of codes, or names, that knows most of the values."""
    if not values:
        return None
    known = {s: sum(bool(states.holders(v, s)) for v in values) for s in SYSTEMS}
    best = max(known, key=lambda s: known[s])
    if known[best] >= 0.75 * len(values):
        return best
    return "name" if all(states.by_name(v) for v in values) else None
