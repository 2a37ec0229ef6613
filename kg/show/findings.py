"""Findings as forges read them: SARIF 2.1.0 (OASIS), and the commands of GitHub's workflows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from kg.values.findings import Finding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#: Severities as GitHub calls them.
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def github(findings: Iterable[Finding]) -> str:
    """A workflow command for each finding, which GitHub shows beside its line."""
    lines = []
    for f in findings:
        if f.severity in _COMMANDS:
            place = {"file": f.file, "line": str(f.line), "col": str(f.column), "title": f"kg check: {f.check}"}
            said = ",".join(f"{key}={_escaped(value, also=':,')}" for key, value in place.items())
            text = f"{f.message} {f.hint}".rstrip()
            lines.append(f"::{_COMMANDS[f.severity]} {said}::{_escaped(text)}\n")
    return "".join(lines)


def _escaped(text: str, also: str = "") -> str:
    """Signs that would end a command, or one of its properties, as per cents; those first."""
    for sign in ("%", "\r", "\n", *also):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def sarif(findings: Sequence[Finding], version: str) -> str:
    """All findings as one run; accepted ones are there, suppressed in the source."""
    checks = sorted({f.check for f in findings})
    driver: dict[str, Any] = {"name": "kg", "version": version, "rules": [{"id": check} for check in checks]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(f, checks.index(f.check)) for f in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    region = {"startLine": max(1, finding.line), "startColumn": max(1, finding.column)}
    place = {"artifactLocation": {"uri": quote(finding.file)}, "region": region}
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": finding.severity if finding.severity in _COMMANDS else "note",
        "message": {"text": f"{finding.message} {finding.hint}".rstrip()},
        "locations": [{"physicalLocation": place}],
    }
    if finding.severity == "accepted":
        result["suppressions"] = [{"kind": "inSource"}]
    return result
