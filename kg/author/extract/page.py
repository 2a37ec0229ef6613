"""Web pages: the article without menus, and what the page says of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.author.extract.plain import Extract, decode, joined, lacking
from kg.errors import WrongCall
from kg.text.names import fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.I)

# letters of an article: with fewer all of the page is taken, menus too; a short Korean or Chinese one has 60
_LEAST = "40"
#: Tables that lay a page out: with a table, a heading, or several paragraphs in a cell.
_LAYOUT = "//table[.//table or .//h1 or .//h2 or .//td[count(.//p) > 1 or .//br/following-sibling::*[1][self::br]]]"
_CELLS = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")


def read_page(name: str, data: bytes, encoding: str = "") -> Extract:
    """The article of an HTML page, its title first. Raises WrongCall where there is none."""
    try:
        from trafilatura import bare_extraction, load_html
        from trafilatura.settings import use_config
    except ImportError as error:
        raise lacking(error) from error
    source = decode(name, data, encoding or _named(data))
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source)  # it names an encoding that the text no longer has
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", _LEAST)
    tree = load_html(source)
    if tree is None:
        raise _none(name)
    found = bare_extraction(
        _unlaid(tree),
        config=config,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise _none(name)
    paragraphs = (found.text or "").split("\n")
    title = found.title or ""
    if title and not any(fold(p) == fold(title) for p in paragraphs[:3]):
        paragraphs.insert(0, title)
    address = str(next(iter(tree.xpath("//link[@rel='canonical']/@href|//meta[@property='og:url']/@content")), ""))
    sites = tree.xpath("//meta[@property='og:site_name']/@content")
    language = str(next(iter(tree.xpath("/html/@lang|/html/@xml:lang")), "")).split("-")[0].lower()
    return Extract(
        joined(paragraphs),
        "page",
        title,
        found.author or "",
        str(sites[0]).strip() if sites else "",
        found.date or "",
        language,
        address if address.startswith("http") else "",
    )


def _none(name: str) -> WrongCall:
    return WrongCall(f"{name}: no article is found on this page.", "Copy its text into a .txt file and add that.")


def _unlaid(tree: HtmlElement) -> HtmlElement:
    """The page with its columns as blocks, where tables put them beside each other."""
    for table in tree.xpath(_LAYOUT):
        inner = [part for part in table.iter(*_CELLS) if next(part.iterancestors("table"), table) is table]
        for part in inner:
            part.tag = "div"
    return tree


def _named(data: bytes) -> str:
    """The encoding that a page names, unless a mark at its beginning says it."""
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return ""
    match = _CHARSET.search(data[:4096])
    name = match[1].decode("ascii").lower() if match else ""
    return {
        "ks_c_5601-1987": "cp949",
        "euc-kr": "cp949",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "iso-8859-1": "cp1252",
    }.get(name, name)
