"""What the columns of a table mean: a mapping, in TOML."""

from __future__ import annotations

import tomllib
from typing import Any

from kg.errors import WrongCall
from kg.importers.rule import ORIGINS, Rule, known, section
from kg.importers.rule import SECTIONS as OF_RECORDS

#: What may be said of the data set.
ABOUT = ("title", "file", "licence", "citation", "home")
SECTIONS = {
    **OF_RECORDS,
    "[also]": "one more record of the row: name (behind its id), and sections with what differs; an empty text takes "
    "an entry away. It is made where each cell that it names itself says something",
    "table": "encoding, delimiter: where they cannot be told from the file; head: a name in the head row, where other "
    "lines stand above it; columns: their names, where there is no head row; records: where in JSON the rows are",
    "about": f"the data set: {', '.join(ABOUT)}: what its document says, where no option says otherwise",
}


class Mapping:
    """What the columns of a table mean. Raises WrongCall, with the nearest word, for what is not understood."""

    def __init__(self, text: str, name: str) -> None:
        try:
            found = tomllib.loads(text)
        except (ValueError, RecursionError) as error:  # the library passes on what int() and nesting raise
            raise WrongCall(
                f"{name}: this is not TOML: {error}.", "kg import table --suggest FILE writes one."
            ) from error
        self.name = name
        known(name, {k: v for k, v in found.items() if k != "also"}, SECTIONS, "section")
        self.about = section(name, found, "about", ABOUT)
        #: The names of the columns, where the file has none.
        self.head = self._names(found)
        self.table = section(name, found, "table", ("encoding", "delimiter", "head", "records"))
        further, base = found.pop("also", []), {k: v for k, v in found.items() if k in OF_RECORDS}
        #: What each record of a row is: the first under the row's id, the others behind it with their own names.
        self.rules = {"": Rule(base, name)}
        #: The roles that a further record names itself.
        self.own: dict[str, frozenset[str]] = {"": frozenset()}
        if not isinstance(further, list) or not all(isinstance(one, dict) for one in further):
            raise WrongCall(f"{name}: also must be a list of sections.", "[[also]], then lines such as a = 1")
        for one in further:
            self._add(base, one)

    @property
    def used(self) -> list[str]:
        """The columns that it names."""
        return list(dict.fromkeys(c for rule in self.rules.values() for c in rule.used))

    def _names(self, found: dict[str, Any]) -> list[str]:
        """The names of the columns, for files that have no head row."""
        table = found.get("table", {})
        names = table.pop("columns", []) if isinstance(table, dict) else []
        if not isinstance(names, list) or not all(isinstance(n, str) and n for n in names):
            raise WrongCall(f"{self.name}: columns in [table] must be a list of names.", 'columns = ["a", "b"]')
        return names

    def _add(self, base: dict[str, Any], one: dict[str, Any]) -> None:
        """A further record: what is said of it goes over what is said of the first."""
        name = one.pop("name", "")
        if not isinstance(name, str) or not name or name in self.rules or name.isdecimal():
            raise WrongCall(f"{self.name}: each of [[also]] needs a name of its own.", 'name = "low"')
        where = f"{self.name}, also {name}"
        merged = {key: dict(entries) if isinstance(entries, dict) else entries for key, entries in base.items()}
        given = {origin: one[origin] for origin in ORIGINS if isinstance(one.get(origin), dict)}
        for role in {role for entries in given.values() for role in entries}:
            for origin in ORIGINS:
                if isinstance(merged.get(origin), dict):
                    merged[origin].pop(role, None)
        for key, entries in one.items():
            if isinstance(entries, dict) and isinstance(merged.get(key, {}), dict):
                over = {**merged.get(key, {}), **entries}
                merged[key] = {k: v for k, v in over.items() if v != "" or k not in entries}
            else:
                merged[key] = entries
        self.rules[name] = Rule(merged, where)
        self.own[name] = frozenset(
            role for origin in ("columns", "templates") for role, v in given.get(origin, {}).items() if v != ""
        )
