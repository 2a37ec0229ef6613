"""A sentence in English that can be said in other languages too: what errors and progress say."""

from __future__ import annotations


class Said(str):
    """A text that keeps the pattern and the values that it was made of.

    Whoever raises an error or tells of progress does not know the reader's language, so the text is English;
    ``kg.show.said`` says the same by its pattern in the language asked. Values may be such texts themselves.
    """

    pattern: str
    values: dict[str, object]

    def __new__(cls, pattern: str, /, **values: object) -> Said:
        made = super().__new__(cls, pattern.format(**values))
        made.pattern, made.values = pattern, values
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        """Texts cross from one process to another with what they were made of."""
        return (self.pattern,), self.values
