"""The columns of a sheet of claims: what each means, and by which names people head them.

One list for what is read and what is written, so that a sheet that kg writes is one that it reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from kg.errors import WrongCall
from kg.text.names import fold

#: The word in the column of ids that marks the row that shows how: it is never read.
EXAMPLE = "example"


class Column(NamedTuple):
    """``name``: its head in what kg writes; ``part``: what ``kg add`` calls it, and its errors do.

    ``kind``: text; words (a quote, several by lines); list (several by ; or lines); number; truth; pairs.
    """

    name: str
    part: str
    kind: str
    note: str
    others: str
    example: str = ""


COLUMNS = (
    Column(
        "id",
        "id",
        "text",
        "Written by kg: the claim of the row. Empty for a new one.",
        "claim id|claim|утверждение|код утверждения|주장|주장 id",
        EXAMPLE,
    ),
    Column(
        "document",
        "doc",
        "text",
        "Id or title of a document: kg source list. For a new one, its id.",
        "doc|source|документ|источник|문서|출처",
    ),
    Column(
        "address",
        "url",
        "text",
        "Of a page; one document for each address.",
        "url|link|uri|адрес|ссылка|주소|링크",
        "https://example.org/bridge",
    ),
    Column(
        "title",
        "title",
        "text",
        "Of a document that is new.",
        "headline|заглавие|заголовок|название|제목",
        "Bridge talks",
    ),
    Column(
        "issued",
        "issued",
        "text",
        "When the document came out: 2024-06-19, 19 June 2024.",
        "published|publication date|date of document|издано|опубликовано|дата публикации|발행일|게시일",
        "19 June 2024",
    ),
    Column(
        "publisher",
        "publisher",
        "text",
        "Who published it.",
        "outlet|издатель|издание|сми|발행|발행처|매체",
        "The Daily",
    ),
    Column("author", "author", "text", "Who wrote it; several by ;.", "creator|written by|автор|저자|글쓴이"),
    Column("file", "file", "text", "Its text: a file beside the sheet, kept in sources/.", "path|text|файл|текст|파일"),
    Column(
        "quote",
        "quote",
        "words",
        "Its words that say it; … leaves some out.",
        "words|citation|excerpt|цитата|выдержка|인용|인용문",
        "an 850-metre bridge",
    ),
    Column("context", "context", "words", "Other words that make it understood.", "контекст|문맥|맥락"),
    Column("paragraph", "paragraph", "number", "Where the quote stands in several.", "para|абзац|문단|단락"),
    Column("page", "page", "number", "The same, by pages.", "страница|стр|쪽|페이지"),
    Column(
        "section",
        "section",
        "text",
        "Where it stands in a page that is not kept: § 4, p. 12.",
        "place|locator|раздел|место|조항|절",
    ),
    Column(
        "about",
        "about",
        "list",
        "Whom or what it is about.",
        "subject|thing|entity|actor|who|о чём|субъект|предмет|кто|대상|주체|주어",
        "Tumen bridge",
    ),
    Column(
        "what",
        "what",
        "text",
        "A property, indicator, act or class: kg terms.",
        "property|indicator|relation|predicate|act|что|свойство|показатель|отношение|действие|속성|지표|관계|행위",
        "length",
    ),
    Column(
        "value",
        "value",
        "list",
        "A figure, date, name or words: about 850 m.",
        "object|target|figure|amount|значение|объект|величина|값|목적어|객체",
        "about 850 m",
    ),
    Column("to", "to", "list", "Towards or with whom.", "recipient|with|counterpart|кому|с кем|получатель|상대|수신"),
    Column("unit", "unit", "text", "Where the value does not say it.", "единица|ед|единица измерения|단위"),
    Column(
        "date",
        "on",
        "text",
        "When it was or will be; dates of Excel too.",
        "when|on|day|period|дата|когда|период|날짜|시기|일자",
    ),
    Column("more", "and", "pairs", "Further properties: location=Pyongyang; by lines.", "and|further|ещё|추가"),
    Column(
        "called", "as", "text", "Name of an event that other rows are about too.", "event|as|имя события|событие|사건"
    ),
    Column(
        "speaker",
        "by",
        "text",
        "Who says so; else the document's author.",
        "by|said by|according to|stated by|кто говорит|говорит|по словам|화자|발언자|말한 사람",
    ),
    Column(
        "stance",
        "stance",
        "text",
        "stated, reported, planned, expected, assessed, speculative, denied.",
        "modality|отношение к факту|модальность|позиция|양태|태도",
        "planned",
    ),
    Column("negated", "negated", "truth", "yes: it is said not to be so.", "not|negation|denies|отрицание|не|부정"),
    Column(
        "held by", "held-by", "list", "Whose plan or view it is said to be.", "holder|чьё мнение|чей план|чьё|견해 주체"
    ),
    Column("certainty", "certainty", "text", "certain, likely, possible.", "confidence|уверенность|확실성"),
    Column(
        "summary",
        "summary",
        "text",
        "In your own words; else made of the parts.",
        "description|in own words|сводка|описание|изложение|요약|설명",
    ),
    Column(
        "note", "note", "text", "How you read it.", "comment|remark|notes|примечание|заметка|комментарий|비고|메모|주석"
    ),
    Column(
        "stated on",
        "stated-on",
        "text",
        "When it was said, if not when the document came out.",
        "said on|сказано|дата высказывания|발언일",
    ),
    Column("valid from", "valid-from", "text", "From when it holds.", "since|from|с какого|действует с|부터|시작일"),
    Column(
        "valid until", "valid-until", "text", "Until when it holds.", "until|till|до какого|действует до|까지|종료일"
    ),
    Column(
        "against claim",
        "against",
        "list",
        "A claim that it contradicts.",
        "against|contradicts|против|противоречит|반박|모순",
    ),
    Column(
        "agrees",
        "agrees",
        "list",
        "A claim that it corroborates.",
        "corroborates|supports|agrees with|подтверждает|согласуется|뒷받침|일치",
    ),
    Column("instead", "instead", "list", "A claim that it supersedes.", "supersedes|replaces|вместо|заменяет|대체"),
    Column(
        "inferred", "inferred", "truth", "yes: the words mean the things without naming them.", "подразумевается|추론"
    ),
    Column(
        "new",
        "new",
        "text",
        "What an unknown name of the row is: person, place …",
        "new kind|kind of new|новое|вид нового|새 항목|종류",
    ),
    Column("side", "side", "text", "The state that the new one stands to.", "side of new|сторона|страна|편|소속 국가"),
    Column("result", "", "text", "Written by kg: what became of the row.", "outcome|итог|결과"),
)
BY_PART = {c.part: c for c in COLUMNS if c.part}
_BY_NAME = {fold(name): c for c in COLUMNS for name in (c.name, *c.others.split("|"))}


class Heads(NamedTuple):
    """The head row of a sheet: what each of its columns is; None for one that is left out."""

    columns: tuple[Column | None, ...]
    texts: tuple[str, ...]

    def head(self, part: str) -> str:
        """How the sheet heads a part of a claim, or would."""
        found = next((t for c, t in zip(self.columns, self.texts, strict=True) if c and c.part == part), "")
        return found or (BY_PART[part].name if part in BY_PART else part)


def column_of(text: str) -> Column | None:
    """The column that a head names."""
    return _BY_NAME.get(fold(text))


def fits(cells: Sequence[str]) -> int:
    """How many cells of a row head columns, where it may be a head at all: of what it is about, what, or a quote."""
    found = [c for c in map(column_of, cells) if c]
    return len(found) if {c.part for c in found} & {"about", "what", "quote"} else 0


def heads(cells: Sequence[str], name: str, ignore: bool = False) -> Heads:
    """The columns of a head row. Raises WrongCall for two that mean the same, and for unknown ones unless ignored."""
    columns = tuple(column_of(c) if c.strip() else None for c in cells)
    first: dict[str, int] = {}
    for i, column in enumerate(columns):
        if column and column.name in first:
            two = f"‘{cells[first[column.name]]}’ ({letter(first[column.name])}) and ‘{cells[i]}’ ({letter(i)})"
            raise WrongCall(f"{name} has two columns for {column.name}: {two}.", "Name one otherwise, or join them.")
        if column:
            first[column.name] = i
    unknown = [f"‘{c}’ ({letter(i)})" for i, c in enumerate(cells) if c.strip() and not columns[i]]
    if unknown and not ignore:
        raise WrongCall(f"{name} has columns that are not known: {', '.join(unknown)}.", _hint(cells, columns))
    return Heads(columns, tuple(cells))


def _hint(cells: Sequence[str], columns: Sequence[Column | None]) -> str:
    lost = (c for c, column in zip(cells, columns, strict=True) if c.strip() and not column)
    near = {c: _BY_NAME[n[0]].name for c in lost if (n := get_close_matches(fold(c), _BY_NAME, 1, 0.75))}
    meant = "".join(f"‘{c}’ may be ‘{n}’. " for c, n in near.items())
    return f"{meant}kg add --sheet FILE writes all that are known; --ignore-columns leaves these out."


def letter(number: int) -> str:
    """A column by its place, as spreadsheets name it: A, B … AA."""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def parts_of(column: Column, text: str) -> Iterator[str]:
    """The values of a cell."""
    text = text.strip()
    lines = text.replace(";", "\n").split("\n") if column.kind in ("list", "pairs") else [text]
    yield from filter(None, map(str.strip, lines))
