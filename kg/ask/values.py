"""The wording of values: figures, effects, aims, terms of office."""

from __future__ import annotations

from kg.ask.claims import Reader
from kg.text.terms import SKOS, TYPE, VOCAB, br, curie, local
from kg.values.claims import Literal, Node, Quantity, Ref, finite

_CMP = VOCAB + "comparator/"
#: Kinds of node that have no name of their own: they are shown by what they say.
NAMELESS = {br(k): k for k in ("Measure", "Effect", "Aim", "TermOfOffice")}


def format_number(text: str) -> str:
    """``2850`` → ``2,850``; decimals stay as written."""
    whole, dot, part = text.partition(".")
    sign = whole[:1] if whole[:1] in "+-" else ""
    digits = whole[len(sign) :]
    if not (digits.isdecimal() and digits.isascii() and len(digits) > 3):
        return text
    digits = digits.lstrip("0") or "0"  # as text: int() refuses thousands of digits
    head = len(digits) % 3
    groups = [digits[:head]] * bool(head) + [digits[i : i + 3] for i in range(head, len(digits), 3)]
    return f"{sign}{','.join(groups)}{dot}{part}"


class Wording:
    """Words for the nodes of one claim's content."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._view = reader.view
        self._kinds: dict[str, str | None] = {}

    def kind(self, node: str) -> str | None:
        """``Measure``, ``Effect``, ``Aim`` or ``TermOfOffice``; None for things with names of their own."""
        if node not in self._kinds:
            self._kinds[node] = next((NAMELESS[str(o)] for o in self._view.objects(node, TYPE) if o in NAMELESS), None)
        return self._kinds[node]

    def node(self, node: Node, claim: str) -> str:
        """A value in words: a literal's text, a thing's name, or what a nameless node says."""
        if isinstance(node, Literal):
            return node.value  # a number that is no figure is a code, which has no thousands
        kind = self.kind(node)
        if kind == "Measure":
            return self.measure(node, claim)[0]
        if kind == "Effect":
            return self.effect(node, claim)
        if kind == "Aim":
            return self.aim(node, claim)
        if kind == "TermOfOffice":
            return self._names(node, "office", claim)
        return self._reader.label(node)

    def measure(self, node: str, claim: str) -> tuple[str, Quantity]:
        """A figure: comparator, number, unit, and what it is a share of, per or with."""
        view, label = self._view, self._reader.label
        value, words = view.text(node, br("value"), claim), self._reader.text(node, br("vagueValue"), claim)
        low, high = view.text(node, br("atLeast"), claim), view.text(node, br("atMost"), claim)
        comparator = view.text(node, br("comparator"), claim)
        if comparator is None:
            comparator = _CMP + ("about" if view.text(node, br("approximate"), claim) in ("true", "1") else "exact")
        unit = view.text(node, br("unit"), claim) or ""
        number = (
            format_number(value)
            if value
            else words or f"{format_number(low) if low else ''}–{format_number(high) if high else ''}".strip("–")
        )
        if not value and not words and (low is None) != (high is None):
            number = ("≥ " if low else "≤ ") + number
        name = local(comparator)
        parts = [label(comparator)] if name in ("about", "nearly", "over") else []
        parts.append(number)
        sign = view.text(unit, SKOS + "notation") if unit else None
        if sign is None and unit:
            sign = label(unit)
        if sign:
            parts.append(sign)
        text = " ".join(parts)
        per = view.text(node, br("per"), claim)
        if per:
            text += f" / {label(per)}"
        more = [
            f"{label(br(p))} {self._names(node, p, claim)}"
            for p in ("whole", "counterpart", "alsoGivenFor")
            if view.has(node, br(p), None, claim)
        ]
        if more:
            text += f" ({', '.join(more)})"
        exact = finite(value) if value else None
        return text, Quantity(exact, name, curie(unit), words or (value if value and exact is None else ""))

    def effect(self, node: str, claim: str, *, full: bool = True) -> str:
        """What an effect does, with its cause when ``full``."""
        done = self._names(node, "affects", claim)
        aspect = self._reader.text(node, br("aspect"), claim)
        text = f"{done}: {aspect}" if done and aspect else done or aspect or ""
        more = [
            f"{self._reader.label(br(p))} {self._names(node, p, claim)}"
            for p in ("beneficiary", "target", "region")
            if self._view.has(node, br(p), None, claim)
        ]
        text += f" ({', '.join(more)})" if more else ""
        return f"{self._names(node, 'cause', claim)} {self._names(node, 'effectType', claim)} {text}" if full else text

    def aim(self, node: str, claim: str, *, full: bool = True) -> str:
        """What is wanted, by what means, towards whom; whose aim it is when ``full``."""
        goal, aspect = self._names(node, "goal", claim), self._reader.text(node, br("aspect"), claim)
        text = f"{goal}: {aspect}" if goal and aspect else goal or aspect or ""
        more = [
            f"{self._reader.label(br(p))} {self._names(node, p, claim)}"
            for p in ("means", "target", "region")
            if self._view.has(node, br(p), None, claim)
        ]
        text += f" ({', '.join(more)})" if more else ""
        if not full:
            return text
        owner = self._names(node, "aimOf", claim) or ", ".join(
            sorted(self._reader.label(str(o)) for o in self._view.objects(node, br("aimOf")))
        )
        return f"{owner}: {text}" if text else owner

    def indicator(self, node: str, claim: str) -> Ref:
        """What a figure counts or measures."""
        found = self._view.text(node, br("indicator"), claim) or self._view.text(node, br("indicator"))
        counted = self._names(node, "counts", claim)  # people and vehicles that pass are two figures
        ref = self._reader.ref(found) if found else Ref("", local(node))
        return Ref(ref.id, f"{ref.label} ({counted})") if counted else ref

    def _names(self, node: str, name: str, claim: str) -> str:
        return ", ".join(sorted(self._reader.label(str(o)) for o in self._view.objects(node, br(name), claim)))
