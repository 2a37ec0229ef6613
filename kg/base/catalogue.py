"""Everything that the base knows, by id, by name and by address; its tables are read when they are first asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property
from urllib.parse import urlsplit

from kg.base.bodies import bodies
from kg.base.entry import Entry
from kg.base.offices import Offices
from kg.base.states import SYSTEMS, States
from kg.text.names import fold
from kg.text.terms import ID, expand


class Catalogue:
    """Finds things of the base."""

    @cached_property
    def states(self) -> States:
        """The states among them, which have codes too."""
        return States()

    @cached_property
    def _offices(self) -> Offices:
        return Offices(self.states)

    @cached_property
    def _bodies(self) -> dict[str, Entry]:
        return bodies()

    def get(self, iri: str) -> Entry | None:
        """A thing by its IRI."""
        if not iri.startswith(ID):
            return None
        own = iri[len(ID) :]
        state = self.states.get(own)
        return state.entry() if state else self._bodies.get(iri) or self._offices.get(own)

    def named(self, name: str) -> list[Entry]:
        """The things of exactly that name or code, in any language; several where a name is not one thing's alone."""
        found = self.listed(name)
        office = None if found else self._offices.named(name)
        return [office] if office else found

    def listed(self, name: str) -> list[Entry]:
        """The same without the offices that a name may be put together for; an id or CURIE counts as a name."""
        own = expand(name.strip()) or ID + name.strip()
        found = dict.fromkeys([own, *self._coded(name), *self._keys.get(fold(name), ())])
        return [entry for iri in found if (entry := self.get(iri))]

    def _coded(self, name: str) -> Iterator[str]:
        """States by an ISO code, in capitals as codes are written, or else by one that all systems agree on."""
        code = name.strip()
        if not (code.isascii() and code.isupper()):
            return
        for systems in (("iso3", "iso2"), tuple(SYSTEMS)):
            held = {h.id for system in systems for h in self.states.holders(code, system)}
            if held:
                yield from sorted(ID + own for own in held)
                return

    @cached_property
    def _keys(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for iri, name in self.names():
            if iri not in found[fold(name)]:
                found[fold(name)].append(iri)
        return {key: things for key, things in found.items() if key}

    def ids(self) -> list[str]:
        """The IRIs of states, media and organisations."""
        return [*(ID + state.id for state in self.states.all()), *self._bodies]

    def names(self) -> Iterator[tuple[str, str]]:
        """States, media and organisations with each of their names; offices are named by their states."""
        for state in self.states.all():
            for name in (*state.labels.values(), *state.names, *state.demonyms):
                yield ID + state.id, name
        for entry in self._bodies.values():
            for name in (*(label.value for label in entry.labels), *entry.names):
                yield entry.iri, name

    def of_host(self, address: str) -> Entry | None:
        """The medium or organisation on whose site a page is: ``https://edition.cnn.com/2024/…`` is CNN's."""
        host = (urlsplit(address if "//" in address else f"//{address}").hostname or "").removeprefix("www.")
        while "." in host:
            if host in self._hosts:
                return self._hosts[host]
            host = host.partition(".")[2]
        return None

    @cached_property
    def _hosts(self) -> dict[str, Entry]:
        return {host: entry for entry in self._bodies.values() for host in entry.hosts}


@cache
def catalogue() -> Catalogue:
    """The base, read once in a process."""
    return Catalogue()
