"""The tasks of whoever works on kg, the same on Linux, macOS, Windows and in CI; ``nox --list`` names them."""

from __future__ import annotations

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv"  # it can resolve to the lowest versions, which pip cannot
nox.options.error_on_missing_interpreters = True  # a Python that is not here is a failure, never a task left out
nox.options.sessions = ["lint", "licences", "tests"]

PYTHONS = ["3.11", "3.14"]  # the oldest that pyproject.toml allows and the newest there is


@nox.session
def lint(session: nox.Session) -> None:
    """Style, types and architecture."""
    session.install(".[test]")
    session.run("pytest", "-n", "0", "-k", "tools", "tests/test_quality.py")


@nox.session
def licences(session: nox.Session) -> None:
    """Permissive licences in the core, and in the extras no copyleft that the README does not name."""
    session.install("--upgrade", ".[test]")
    session.run("pytest", "-n", "0", "tests/test_licences.py")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The whole suite on the newest version of everything."""
    session.install("--upgrade", ".[test]")
    session.run("pytest", *session.posargs)


@nox.session(python=PYTHONS)
def lowest(session: nox.Session) -> None:
    """The whole suite on the lowest versions that pyproject.toml allows."""
    # what would need a compiler is no lower bound; owlready2 comes as source alone, all of it Python
    wheels = ("--only-binary", ":all:", "--no-binary", "bilateral-kg", "--no-binary", "owlready2")
    session.install("--resolution", "lowest-direct", *wheels, ".[test]")
    session.run("pytest", *session.posargs)


@nox.session(venv_backend="none")
def page(session: nox.Session) -> None:
    """The page's code: linted, its types checked, its bundle the one that is committed. Needs Node."""
    session.run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", external=True)
    session.run("npm", "run", "check", external=True)
    session.run("git", "diff", "--exit-code", "--", "kg/show/page/assets/page.js", external=True)


@nox.session
@nox.parametrize("resolution", ["highest", "lowest-direct"])
def audit(session: nox.Session, resolution: str) -> None:
    """Known vulnerabilities of the core and of every extra; asks pypi.org about each package."""
    pinned = f"{session.create_tmp()}/{resolution}.txt"
    wanted = ("pyproject.toml", "--all-extras", "--no-emit-package", "bilateral-kg", "--output-file", pinned)
    session.run("uv", "pip", "compile", "--quiet", "--upgrade", "--resolution", resolution, *wanted, external=True)
    session.install("--upgrade", "pip-audit")
    session.log("Fails on an advisory, and on a package that could not be asked about: nothing unasked counts as safe.")
    session.run("pip-audit", "--strict", "--disable-pip", "--no-deps", "--requirement", pinned)
