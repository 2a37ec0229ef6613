"""What an installation brings along, by its licence: no copyleft in the core, in the extras only what the README names.

Read from the metadata of what is installed here; nothing is asked of the network.
"""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import metadata, requires
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXTRAS = sorted(PROJECT["optional-dependencies"])

#: Permissive, in the words of the packages: SPDX names, classifiers, and what older metadata says freely.
PERMISSIVE = {
    *(
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "CNRI-Python",
        "ISC",
        "MIT",
        "MIT-CMU",
        "PSF-2.0",
        "Zlib",
    ),
    *("Apache Software License", "BSD License", "ISC License (ISCL)", "MIT License"),
    *("Python Software Foundation License", "W3C License", "W3C-20150513", "Apache 2.0", "BSD"),
}


def asked_for(name: str, extra: str) -> list[Requirement]:
    """What a package asks for with one of its extras; with the empty one, what it asks for always."""
    if name == PROJECT["name"]:
        lines = PROJECT["optional-dependencies"][extra] if extra else PROJECT["dependencies"]
    else:
        lines = requires(name) or []
    wanted = map(Requirement, lines)
    return [one for one in wanted if one.marker is None or one.marker.evaluate({"extra": extra})]


def brought(extra: str = "") -> set[str]:
    """The packages that an installation with this extra brings here, however far down."""
    seen: set[tuple[str, str]] = set()
    ahead = [(PROJECT["name"], ""), (PROJECT["name"], extra)]
    while ahead:
        step = ahead.pop()
        if step not in seen:
            seen.add(step)
            ahead += [(canonicalize_name(one.name), e) for one in asked_for(*step) for e in ("", *one.extras)]
    return {name for name, _ in seen} - {PROJECT["name"]}


def stated(name: str) -> list[str]:
    """The licences that a package states, all of which hold: the expression, else the classifiers, else its words."""
    about: Any = metadata(name)  # a message, with a method that its type does not have
    if expression := about.get("License-Expression"):
        return [expression]
    approved = "License :: OSI Approved :: "
    classified = [c.removeprefix(approved) for c in about.get_all("Classifier", []) if c.startswith(approved)]
    return classified or (about.get("License") or "states none").strip().splitlines()[:1]


def is_permissive(licence: str) -> bool:
    return any(PERMISSIVE.issuperset(choice.split(" AND ")) for choice in licence.split(" OR "))


def copyleft(names: set[str]) -> dict[str, list[str]]:
    """The packages whose licences are not all known as permissive, with what they state."""
    return {name: stated(name) for name in sorted(names) if not all(map(is_permissive, stated(name)))}


def named(extra: str) -> set[str]:
    """The packages that the README names as copyleft of an extra."""
    rows = re.findall(rf"^\| `{extra}` \| (.*?) \| .+ \|$", README, re.M)
    return {name for row in rows for name in re.findall(r"`([\w-]+)`", row)}


def test_the_core_brings_no_copyleft() -> None:
    assert {"click", "ipython", "rdflib", "stack-data"} <= brought(), "the packages below the packages are looked at"
    assert copyleft(brought()) == {}


@pytest.mark.parametrize("extra", EXTRAS)
def test_the_readme_names_the_copyleft_of_every_extra(extra: str) -> None:
    elsewhere = {name for other in EXTRAS if other != "test" for name in named(other)}  # `test` takes all the others in
    found = set(copyleft(brought(extra)))
    assert found - named(extra) - (elsewhere if extra == "test" else set()) == set()
    assert named(extra) <= found, "what the README warns of is there"


@pytest.mark.parametrize(
    ("licence", "fits"),
    [
        ("MIT OR Apache-2.0", True),
        ("GPL-3.0-or-later OR MIT", True),
        ("BSD-3-Clause AND 0BSD AND MIT", True),
        ("MIT AND LGPL-3.0-only", False),
        ("GNU General Public License (GPL)", False),
        ("states none", False),
    ],
)
def test_a_licence_nobody_has_allowed_is_not_permissive(licence: str, fits: bool) -> None:
    assert is_permissive(licence) is fits
