"""Who of those that event data name acts for a state: its organs; not its citizens, companies, outlets and rebels.

What the source says of somebody's sector decides (CAMEO's and PLOVER's codes for agents, ICEWS's words); without it the
kind in a name such as ``Military (Russia)``, of which ICEWS has a closed list. What is not certain is no organ.
"""

from __future__ import annotations

import re

from kg.text.names import fold

#: CAMEO's and PLOVER's agents of a state: government, military, police, legislature, judiciary, intelligence.
_CODES = frozenset(("gov", "mil", "cop", "leg", "jud", "spy"))
#: The same as ICEWS words them, in its sectors and in front of brackets.
_ORGANS = frozenset(
    map(
        fold,
        (
            "Government", "Executive", "Executive Office", "Head of Government", "Head of State", "Cabinet", "Ministry",
            "Government Official", "Military", "Military Personnel", "Armed Forces", "Army", "Navy", "Air Force",
            "Police", "Coast Guard", "Border Guard", "Legislative", "Legislature",
            "Legislative / Parliamentary", "Parliament",
            "Legislator", "Lawmaker", "Judicial", "Judiciary", "Court", "Supreme Court", "Intelligence",
            "Diplomatic",
            "Embassy", "Ambassador", "Diplomat", "State Agency", "Foreign Affairs", "Defense / Security",
        ),
    )
)  # fmt: skip
_MINISTRY = re.compile(r"(ministry|minister|department|embassy)\b", re.I)
#: Who stands against a state does not act for it, whatever else is said of them.
_AGAINST = re.compile(
    r"\b(opposition|dissident|rebel|insurgent|separatist|exile|protester|former|retired|opp|reb|sep)", re.I
)
_BETWEEN = re.compile(r"[,;|]")


def acts_for_state(name: str, sectors: str = "") -> bool:
    """Whether somebody of a state is an organ of it. ``sectors``: what the source says of them."""
    said = [part.strip() for part in _BETWEEN.split(sectors) if part.strip()]
    if any(map(_AGAINST.match, said)):
        return False
    if said:
        return any(part.lower() in _CODES or fold(part) in _ORGANS or _MINISTRY.match(part) for part in said)
    kind = name.partition("(")[0].strip()
    return not _AGAINST.search(kind) and (fold(kind) in _ORGANS or kind.lower().startswith(("ministry", "minister")))
