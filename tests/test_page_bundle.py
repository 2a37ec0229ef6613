"""The bundle of the page's code: made from the sources that lie beside it. Tells without Node whether it is stale."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tomllib
from pathlib import Path

from conftest import ROOT

PAGE = ROOT / "kg" / "show" / "page"
STALE = "kg/show/page/assets/page.js is stale: npm ci && npm run build"


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def recorded(bundle: str) -> tuple[str, str, str]:
    """What the first line says of the sources and of the code, and the code."""
    first, code = bundle.split("\n", 1)
    found = re.fullmatch(
        r"// Made by npm run build: do not edit\. Sources sha256:(\w{64}), code sha256:(\w{64})", first
    )
    assert found, STALE
    return found[1], found[2], code


def sources(folder: Path) -> str:
    """What the bundle is made from, as src/build.js puts it together."""
    return "".join(f"{p.name}\n{p.read_text(encoding='utf-8')}" for p in sorted(folder.glob("*.js")))


def test_the_bundle_is_made_from_the_sources_and_not_edited() -> None:
    made_from, made, code = recorded((PAGE / "assets" / "page.js").read_text(encoding="utf-8"))
    assert made_from == sha256(sources(PAGE / "src")), STALE
    assert made == sha256(code), STALE


def test_every_module_is_in_the_bundle() -> None:
    code = (PAGE / "assets" / "page.js").read_text(encoding="utf-8")
    named = {p.name for p in (PAGE / "src").glob("*.js")} - {
        "build.js",
        "types.js",
        "route-worker.js",
    }  # a task, types, a text
    assert {name for name in named if f"// kg/show/page/src/{name}\n" in code} == named


def test_tools_have_exact_versions_and_users_get_none() -> None:
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    assert "dependencies" not in package
    for name, version in package["devDependencies"].items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), name
        assert lock["packages"][f"node_modules/{name}"]["version"] == version
    built = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    assert built["wheel"]["exclude"] == ["kg/show/page/src"]
    tracked = subprocess.run(["git", "ls-files", "node_modules"], cwd=ROOT, capture_output=True, text=True)
    assert tracked.stdout == ""
