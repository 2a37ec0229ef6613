"""Documents in: pages, PDF, Word, e-mail and text become texts with entries; the same file always gives the same."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import docx
import pytest
from kg.author.extract import extract
from kg.errors import WorldError, WrongCall
from pypdf import PdfReader, PdfWriter

from conftest import SOURCES, Run, needs_sources

BODY = {
    "en": ("Bridge over the Tumen opens", "The bridge over the Tumen will open in 2026, the ministry of transport said on Wednesday.", "It will be 850 metres long and carry 300 vehicles a day, officials added in a statement."),
    "ru": ("Мост через Туманную", "Мост через реку Туманную откроется в 2026 году, сообщили в министерстве транспорта в среду.", "Длина моста составит 850 метров, по нему пройдут 300 машин в сутки, добавили в ведомстве."),
    "ko": ("두만강 다리 개통", "두만강을 가로지르는 다리가 2026년에 개통된다고 교통부가 수요일에 밝혔다.", "길이는 850미터이고 하루에 차량 300대가 지나갈 것이라고 관계자들이 덧붙였다."),
    "zh": ("图们江大桥开通", "横跨图们江的大桥将于2026年开通，交通部周三表示，这将促进两国之间的贸易往来。", "大桥全长850米，每天可通行300辆汽车，官员们在一份声明中补充说。"),
    "ar": ("جسر فوق نهر تومين", "سيتم افتتاح الجسر فوق نهر تومين في عام 2026 حسبما أعلنت وزارة النقل يوم الأربعاء.", "سيبلغ طول الجسر 850 مترا وستعبره 300 مركبة يوميا كما أضاف المسؤولون في بيان."),
}  # fmt: skip
LAYOUTS = {
    "semantic": "<nav><a href=/>Home</a> <a href=/w>World news menu</a></nav><article><h1>{0}</h1><p>{1}</p><p>{2}</p></article><aside>Related: <a href=/x>Ten other bridges you will love</a></aside><footer>All rights reserved</footer>",
    "divs": "<div class=menu><ul><li><a href=/>Home</a><li><a href=/w>World news menu</a></ul></div><div id=cookie-banner class=cookie>We use cookies. Accept all</div><div class=content><div class=post><h1>{0}</h1><div class=entry-content><p>{1}</p><p>{2}</p></div></div></div><div class=related-posts><a href=/x>Ten other bridges you will love</a></div>",
    "main": "<header><a href=/>Home</a> <a href=/w>World news menu</a></header><main><section><h1>{0}</h1><p>{1}</p><p>{2}</p></section></main><footer><a href=/x>Ten other bridges you will love</a> All rights reserved</footer>",
    "table": "<table width=100%><tr><td width=150><a href=/>Home</a><br><a href=/w>World news menu</a></td><td><h1>{0}</h1><p>{1}</p><p>{2}</p></td><td><b>Related</b><br><a href=/x>Ten other bridges you will love</a></td></tr></table><center>All rights reserved</center>",
    "nested": "<table><tr><td colspan=2><a href=/>Home</a> | <a href=/w>World news menu</a></td></tr><tr><td><table><tr><td><a href=/x>Ten other bridges you will love</a></td></tr></table></td><td><table><tr><td><font size=5>{0}</font></td></tr><tr><td>{1}<br><br>{2}</td></tr></table></td></tr></table>",
}  # fmt: skip


def page(lang: str = "en", layout: str = "semantic", extra: str = "") -> str:
    return (
        f"<!DOCTYPE html><html lang={lang}><head><title>{BODY[lang][0]}</title>{extra}</head><body>"
        f"{LAYOUTS[layout].format(*BODY[lang])}</body></html>"
    )


HEAD = (
    '<meta property="og:site_name" content="The Tumen Daily"><meta name="author" content="Anna Berg">'
    '<meta property="article:published_time" content="2024-06-19T10:00:00Z">'
    '<link rel="canonical" href="https://daily.example/bridge">'
)


def pdf(ops: str) -> bytes:
    """A PDF of one page with these drawing commands."""
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>",
        f"<< /Length {len(ops)} >>\nstream\n{ops}\nendstream",
    ]
    out, places = "%PDF-1.4\n", []
    for i, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{i} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{at:010} 00000 n \n" for at in places)
    end = f"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 6\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def side_by_side() -> bytes:
    """Two columns drawn line by line across the page, the way that mixes them up."""
    ops = "BT /F1 14 Tf 1 0 0 1 50 780 Tm (A heading over both of the columns) Tj ET\n"
    for i in range(12):
        at = 740 - 14 * i
        ops += f"BT /F1 9 Tf 1 0 0 1 50 {at} Tm (Left line {i} says something that goes on) Tj "
        ops += f"1 0 0 1 310 {at} Tm (Right line {i} tells another story here) Tj ET\n"
    return pdf(ops)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("lang", BODY)
def test_a_page_gives_its_article_and_no_menu(lang: str, layout: str) -> None:
    found = extract("a.html", page(lang, layout).encode())
    assert found.text == "\n\n".join(BODY[lang]) + "\n"
    assert (found.title, found.language) == (BODY[lang][0], lang)


def test_a_table_of_figures_stays_one() -> None:
    rows = "<table><tr><th>Year</th><th>Trade</th></tr><tr><td>2023</td><td>34 million</td></tr></table>"
    body = "".join(f"<p>{BODY['en'][n]}</p>" for n in (1, 2))
    found = extract("a.html", f"<html><body><article><h1>Trade</h1>{body}{rows}</article></body></html>".encode())
    assert "| 2023 | 34 million |" in found.text


def test_what_a_page_says_of_itself() -> None:
    found = extract("a.html", page("en", "semantic", HEAD).encode())
    assert (found.author, found.publisher, found.issued) == ("Anna Berg", "The Tumen Daily", "2024-06-19")
    assert found.address == "https://daily.example/bridge"
    assert extract("a.html", page().encode()).issued == ""  # no day is guessed


@pytest.mark.parametrize(
    ("lang", "charset"), [("ru", "windows-1251"), ("ko", "euc-kr"), ("zh", "gb2312"), ("ar", "windows-1256")]
)
def test_a_page_in_the_encoding_that_it_names(lang: str, charset: str) -> None:
    source = page(lang, "divs", f'<meta charset="{charset}">')
    assert extract("a.html", source.encode(charset)).text == "\n\n".join(BODY[lang]) + "\n"


@pytest.mark.parametrize(
    ("lang", "encoding"),
    [*((lang, e) for lang in BODY for e in ("utf-8-sig", "utf-16", "utf-32")), ("ru", "cp1251"), ("ru", "koi8-r"), ("ko", "cp949"), ("zh", "gb18030"), ("ru", "utf-16-le")],
)  # fmt: skip
def test_text_of_any_encoding_or_an_error(lang: str, encoding: str) -> None:
    text = "\r\n\r\n".join(BODY[lang] * 3) + "\r\n"
    assert extract("a.txt", text.encode(encoding)).text == text.replace("\r\n", "\n")


@pytest.mark.parametrize("text", ["Müller", "Café déjà vu"])
def test_a_guess_that_is_not_certain_is_an_error(text: str) -> None:
    with pytest.raises(WrongCall, match="no guess is certain") as error:
        extract("a.txt", text.encode("cp1252"))
    assert "--encoding" in error.value.hint
    assert extract("a.txt", text.encode("cp1252"), "cp1252").text == text


def test_text_that_a_program_has_broken_is_joined_and_other_text_stays() -> None:
    wrapped = "The bridge over the river Tumen will open in the year\n2026, the ministry said, and its infra-\nstructure is new.\n"
    wrapped = wrapped.replace("and its infra-", "and that its whole infra-")
    assert "infrastructure is new." in extract("a.txt", wrapped.encode()).text
    plain = "Title\nOne line.\nAnother one.\n\n- a\n- b\n"
    assert extract("a.txt", plain.encode()).text == plain


@needs_sources
def test_texts_in_order_stay_byte_for_byte() -> None:
    for file in SOURCES.glob("*.txt"):
        assert extract(file.name, file.read_bytes()).text.encode() == file.read_bytes()


def test_two_columns_are_read_one_after_the_other() -> None:
    text = extract("a.pdf", side_by_side()).text
    left = " ".join(f"Left line {i} says something that goes on" for i in range(12))
    right = " ".join(f"Right line {i} tells another story here" for i in range(12))
    assert " ".join(text.split()) == f"A heading over both of the columns {left} {right}"


def test_running_heads_and_page_numbers_are_left_out_and_told(chromium: Any) -> None:
    tab = chromium.new_page()
    words = "".join(
        f"<div style='break-after:page'>The Tumen Report<p>Part {'abcd'[n]} ﬁnds this. {BODY['en'][1]} {BODY['en'][2]}</p>"
        f"<p>It also says number {'abcd'[n]}.</p><p>A last remark of part {'wxyz'[n]}.</p><p>Page {n + 1} of 4</div>"
        for n in range(4)
    )
    tab.set_content(words)
    found = extract("a.pdf", tab.pdf())
    tab.close()
    assert "Tumen Report" not in found.text
    assert "of 4" not in found.text
    assert all(f"Part {c} finds this" in found.text for c in "abcd")
    assert all(f"A last remark of part {c}." in found.text for c in "wxyz")
    assert found.text.count("\f") == 3
    assert "8 running heads and page numbers" in found.left_out
    assert found.title == ""  # a browser names the address instead


def test_a_printed_page_in_columns_is_read_in_order(chromium: Any) -> None:
    tab = chromium.new_page()
    words = "".join(f"<p>Paragraph {n}. {BODY['en'][1]} {BODY['en'][2]}</p>" for n in range(24))
    tab.set_content(
        f"<h1>Two columns</h1><div style='column-count:2'>{words}</div><p style='break-before:page'>Page two."
    )
    found = extract("a.pdf", tab.pdf())
    tab.close()
    places = [found.text.index(f"Paragraph {n}.") for n in range(24)]
    assert places == sorted(places)
    assert found.text.count("\f") >= 1
    assert found.text.index("\f") < found.text.index("Page two.")


def test_word_gives_paragraphs_and_tables_in_their_order() -> None:
    made = docx.Document()
    made.add_heading("Bridge talks", 1)
    made.add_paragraph("Before the table.")
    made.add_table(1, 2).rows[0].cells[0].text = "length"
    made.tables[0].rows[0].cells[1].text = "850 m"
    made.add_paragraph("После таблицы.")
    made.core_properties.title, made.core_properties.author = "Bridge talks", "Anna Berg"
    file = io.BytesIO()
    made.save(file)
    found = extract("a.docx", file.getvalue())
    assert found.text == "Bridge talks\n\nBefore the table.\n\nlength | 850 m\n\nПосле таблицы.\n"
    assert (found.title, found.author) == ("Bridge talks", "Anna Berg")


def test_mail_gives_subject_and_body_and_names_what_is_attached() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Anna Berg <anna@daily.example>", "두만강 다리"
    mail["Date"] = "Wed, 19 Jun 2024 10:00:00 +0900"
    mail.set_content("The bridge opens.\n\nIt is long.\n")
    mail.add_attachment(b"x", maintype="application", subtype="pdf", filename="plan.pdf")
    found = extract("a.eml", mail.as_bytes())
    assert found.text == "두만강 다리\n\nThe bridge opens.\n\nIt is long.\n"
    assert (found.author, found.issued, found.left_out) == ("Anna Berg", "2024-06-19", ("attached: plan.pdf",))


def test_the_day_a_file_was_made_is_not_its_day_of_issue() -> None:
    writer, made, file = PdfWriter(), docx.Document(), io.BytesIO()
    writer.append(PdfReader(io.BytesIO(side_by_side())))
    writer.add_metadata({"/Title": "Two columns", "/CreationDate": "D:20240619100000Z"})
    writer.write(file)
    found = extract("a.pdf", file.getvalue())
    assert (found.title, found.issued) == ("Two columns", "")
    assert "2024-06-19, which need not be that of issue" in " ".join(found.left_out)
    made.add_paragraph("Before the table.")
    file = io.BytesIO()
    made.save(file)
    found = extract("a.docx", file.getvalue())
    assert (found.issued, found.author, found.left_out) == ("", "", ())  # day and author are the library's own


REPLY = """The bridge opens in May.

On Wed, 19 Jun 2024 at 10:00, Boris Berg
<boris@daily.example> wrote:
> When does it open?
>
> And who pays?

Both states pay.

-----Original Message-----
From: Boris
Answer me.
"""


def test_the_words_of_a_message_that_is_answered_are_not_the_senders() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Anna Berg <anna@daily.example>", "Re: bridge"
    mail.set_content(REPLY)
    found = extract("a.eml", mail.as_bytes())
    assert found.text == "Re: bridge\n\nThe bridge opens in May.\n\nBoth states pay.\n"
    assert found.left_out == ("8 quoted lines of another message",)
    del mail["Subject"]
    mail.set_content("> All of it is quoted.\n")
    assert "All of it is quoted." in extract("a.eml", mail.as_bytes()).text


def test_a_short_last_line_of_a_pdf_ends_its_paragraph() -> None:
    lines = ("Bridge", "By Anna Berg", "Paris", "The bridge over the river will be open to all cars and lorries from next May, so the", "ministry said in a statement that it gave to us on Monday at noon.", "It is long.")  # fmt: skip
    ops = "".join(f"BT /F1 9 Tf 1 0 0 1 50 {780 - 14 * i} Tm ({line}) Tj ET\n" for i, line in enumerate(lines))
    assert extract("a.pdf", pdf(ops)).text.split("\n\n")[-2:] == [f"{lines[3]} {lines[4]}", "It is long.\n"]


def locked() -> bytes:
    writer, file = PdfWriter(), io.BytesIO()
    writer.append(PdfReader(io.BytesIO(side_by_side())))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "made", "said"),
    [
        ("a.pdf", lambda: pdf("0 0 100 100 re f"), "no text: its pages are pictures"),
        ("a.pdf", locked, "locked with a password"),
        ("a.pdf", lambda: b"%PDF-1.4\nbroken", "damaged"),
        ("a.docx", lambda: b"PK\x03\x04broken", "damaged"),
        ("a.html", lambda: b"<html><body></body></html>", "no article"),
        ("a.txt", lambda: b" \n", "is empty"),
        ("a.xyz", lambda: b"text", "nothing here reads .xyz"),
        ("a.txt", lambda: b"\x89PNG\r\n", "cannot be read as text"),
    ],
)
def test_what_has_no_text_says_what_to_do(name: str, made: Callable[[], bytes], said: str) -> None:
    with pytest.raises(WrongCall, match=said):
        extract(name, made())


@pytest.mark.parametrize("name", ["a.html", "a.pdf"])
def test_the_text_of_a_text_is_itself(name: str) -> None:
    data = page().encode() if name == "a.html" else side_by_side()
    first = extract(name, data).text
    assert extract(name, data).text == first
    assert extract("a.txt", first.encode()).text == first


# ---------------------------------------------------------------------- the command


def test_add_list_show_check(run: Run, workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page("en", "divs", HEAD), encoding="utf-8")
    dry = run("source", "add", str(tmp_path / "a.html"), "--dry-run", cwd=workspace, code=0)
    assert "1 would be added" in dry.stderr
    assert not (workspace / "facts/documents").exists()
    done = run("source", "add", str(tmp_path / "a.html"), "--keep-out-of-git", cwd=workspace, code=0)
    assert "issued 2024-06-19 (from the page)" in done.stdout
    assert "new: e:anna-berg (Anna Berg)" in done.stdout
    text = workspace / "sources/the-tumen-daily-2024-06-19.txt"
    assert text.read_text(encoding="utf-8") == "\n\n".join(BODY["en"]) + "\n"
    assert (workspace / ".gitignore").read_text().split("\n").count("/sources/") == 1
    again = run("source", "add", str(tmp_path / "a.html"), cwd=workspace, code=0)
    assert "already" in again.stdout
    assert "1 known" in again.stderr
    (tmp_path / "b.html").write_text(page("en", "divs", HEAD).replace("850", "900"), encoding="utf-8")
    newer = run("source", "add", str(tmp_path / "b.html"), "--by", "e:note-author", cwd=workspace, code=0)
    assert "a new version" in newer.stdout
    assert "new: e:" not in newer.stdout  # the outlet is known by now
    listed = {d["id"]: d for d in json.loads(run("source", "list", "-f", "json", cwd=workspace, code=0).stdout)}
    assert (listed["note"]["claims"], listed["the-tumen-daily-2024-06-19-2"]["text"]) == (6, "kept")
    shown = run("source", "show", "note", "--paragraphs", "2..2", cwd=workspace, code=0).stdout
    assert shown.startswith("2  The presidents of Aurelia")
    assert "note-1, note-2" in shown
    assert "4 in order" not in run("source", "check", cwd=workspace, code=0).stderr
    text.write_text(text.read_text(encoding="utf-8").replace("850", "950"), encoding="utf-8")
    (workspace / "sources/note.txt").unlink()
    bad = run("source", "check", cwd=workspace, code=1).stdout
    assert "changed" in bad
    assert "missing" in bad
    run("check", cwd=workspace, code=0)


def test_a_folder_adds_what_it_can_and_accounts_for_all(run: Run, workspace: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for lang in BODY:
        (folder / f"{lang}.html").write_text(page(lang, "semantic"), encoding="utf-8")
    shutil.copy(folder / "ru.html", folder / "ru-again.html")
    (folder / "scan.pdf").write_bytes(pdf("0 0 100 100 re f"))
    done = run("source", "add", str(folder), "--publisher", "The Tumen Daily", cwd=workspace, code=1)
    assert "7 files: 5 added, 1 known, 1 failed." in done.stderr
    assert "ocrmypdf" in done.stderr
    assert len(list((workspace / "facts/documents").iterdir())) == 5
    run("check", cwd=workspace, code=0)


def test_stdin_and_a_page_that_is_not_kept(run: Run, workspace: Path) -> None:
    run("source", "add", "-", "--title", "A note", "--id", "piped", cwd=workspace, code=0, stdin="Some words.\n")
    assert (workspace / "sources/piped.txt").read_text() == "Some words.\n"
    call = (
        "source",
        "add",
        "--not-kept",
        "--url",
        "https://daily.example/x",
        "--title",
        "Bridge talks",
        "--id",
        "seen",
    )
    run(*call, cwd=workspace, code=0)
    entry = (workspace / "facts/documents/seen.trig").read_text()
    assert "br:accessedOn" in entry
    assert "br:textHash" not in entry
    listed = {d["id"]: d["text"] for d in json.loads(run("source", "list", "-f", "json", cwd=workspace).stdout)}
    assert (listed["piped"], listed["seen"]) == ("kept", "not kept")
    with open(workspace / "facts/documents/seen.trig", "a", encoding="utf-8") as file:
        file.write(
            'c:seen-1 { e:XAA br:describedAs "large"@en . }\n'
            "c:seen-1 a br:Claim ; br:inDocument d:seen ; br:statedBy e:seen-author ; br:stance stance:stated ;\n"
            '  dcterms:description "Aurelia is large."@en ; br:passage [ br:section "third paragraph" ] .\n'
        )
    run("check", cwd=workspace, code=0)
    assert "never kept" in run("source", "show", "seen", cwd=workspace, code=2).stderr
    run("source", "add", "--not-kept", "--title", "No address", cwd=workspace, code=2)


SEEN = """
d:seen a br:Document ; dcterms:title "Bridge talks"@en ; dcterms:creator e:note-author ;
  dcterms:identifier "https://daily.example/x" ; br:accessedOn "2026-11-23" ; br:recordedOn "2026-11-23" .
c:seen-1 { e:XAA br:describedAs "large"@en . }
c:seen-1 a br:Claim ; br:inDocument d:seen ; br:statedBy e:note-author ; br:stance stance:stated ;
  dcterms:description "Aurelia is large."@en ; br:passage [ br:page 3 ; br:section "third paragraph" ] .
"""
UNKEPT = {
    "en": ("p. 3, third paragraph", "read on 2026-11-23, text not kept"),
    "ru": ("с. 3, third paragraph", "прочитано 2026-11-23, текст не сохранён"),
    "ko": ("3쪽, third paragraph", "2026-11-23 열람, 본문 미보관"),
}


@pytest.mark.parametrize("lang", UNKEPT)
def test_a_reader_sees_the_page_and_that_the_text_is_not_kept(run: Run, workspace: Path, lang: str) -> None:
    run("source", "add", "--not-kept", "--url", "https://x.example", "--title", "X", "--id", "x", cwd=workspace, code=0)
    entry = (workspace / "facts/documents/x.trig").read_text(encoding="utf-8")
    head = "".join(line + "\n" for line in entry.split("\n") if line.lower().startswith(("@prefix", "prefix")))
    (workspace / "facts/seen.trig").write_text(head + SEEN, encoding="utf-8")
    page, unkept = UNKEPT[lang]
    for call in (("claim", "seen-1"), ("cite", "seen-1"), ("cite", "seen-1", "--style", "bibtex")):
        shown = run(*call, "--lang", lang, cwd=workspace, code=0).stdout
        assert page in shown
        assert unkept in shown
    csl = json.loads(run("cite", "seen-1", "--style", "csl-json", "--lang", lang, cwd=workspace, code=0).stdout)[0]
    assert csl["accessed"] == {"date-parts": [[2026, 11, 23]]}
    claim = json.loads(run("claim", "seen-1", "-f", "json", "--lang", lang, cwd=workspace, code=0).stdout)
    claim = claim[0] if isinstance(claim, list) else claim
    assert (claim["document"]["accessed_on"], claim["passages"][0]["page"]) == ("2026-11-23", 3)


def test_an_address_is_not_fetched(run: Run, workspace: Path) -> None:
    said = run("source", "add", "https://daily.example/x", cwd=workspace, code=1).stderr
    assert "nothing is fetched" in said
    assert "kg source add page.html --url https://daily.example/x" in said


@pytest.mark.parametrize(("name", "library"), [("a.html", "trafilatura"), ("a.pdf", "pypdf"), ("a.docx", "docx")])
def test_without_the_extra_it_says_what_to_install(name: str, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for loaded in [m for m in sys.modules if m.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(WorldError, match=library) as error:
        extract(name, b"<html><p>Words.</p></html>")
    assert "bilateral-kg[source]" in error.value.hint


def test_a_file_too_large_for_an_article_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.author.extract.MOST", 10)
    with pytest.raises(WrongCall, match="has 20 bytes"):
        extract("a.txt", b"x" * 20)


def test_a_mail_of_html_alone_gives_its_words() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Anna Berg <anna@daily.example>", BODY["en"][0]
    mail.set_content(page("en", "table"), subtype="html")
    assert extract("a.eml", mail.as_bytes()).text == "\n\n".join(BODY["en"]) + "\n"


def test_what_is_known_of_a_document_is_corrected(run: Run, workspace: Path, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("The bridge opens.\n", encoding="utf-8")
    first = run("source", "add", str(note), "--id", "n", "--title", "A note", cwd=workspace, code=0).stdout
    assert "no date of publication: --issued DAY" in first
    again = run("source", "add", str(note), "--issued", "2024-06-19", "--title", "A note", cwd=workspace, code=0).stdout
    assert 'issued is not known: kg source edit n --issued "2024-06-19"' in again
    assert "title is" not in again
    before = (workspace / "facts/documents/n.trig").read_bytes()
    call = (
        "source",
        "edit",
        "n",
        "--issued",
        "2024-06-19",
        "--title",
        "Bridges; and roads",
        "--by",
        "Anna Berg; Bo Li",
    )
    assert "+" in run(*call, "--dry-run", cwd=workspace, code=0).stdout
    assert (workspace / "facts/documents/n.trig").read_bytes() == before
    run(*call, cwd=workspace, code=0)
    listed = {d["id"]: d for d in json.loads(run("source", "list", "-f", "json", cwd=workspace, code=0).stdout)}
    assert (listed["n"]["title"], listed["n"]["issued"]) == ("Bridges; and roads", "2024-06-19")
    entry = (workspace / "facts/documents/n.trig").read_text(encoding="utf-8")
    assert "dcterms:creator e:anna-berg , e:bo-li" in entry
    assert "already" in run(*call, cwd=workspace, code=2).stderr
    run("check", cwd=workspace, code=0)
    run("undo", cwd=workspace, code=0)
    assert (workspace / "facts/documents/n.trig").read_bytes() == before
    assert "no document" in run("source", "edit", "nn", "--title", "X", cwd=workspace, code=1).stderr


PUBLISHERS = [
    ("Ministry of Transport of Uzbekistan", "br:GovernmentBody", "ministry-of-transport"),
    ("Министерство транспорта Узбекистана", "br:GovernmentBody", "ministerstvo-transporta"),
    ("Silk Road Oil Company", "br:Organization", "silk-road-oil-company"),
    ("Ministry of Press", "br:GovernmentBody", "ministry-of-press"),
    ("Central Tumen News Agency", "br:MediaOutlet", "central-tumen-news"),
    ("The Company Times", "br:MediaOutlet", "the-company-times"),
]


@pytest.mark.parametrize(("name", "kind", "id_"), PUBLISHERS)
def test_a_publisher_is_what_its_name_says(run: Run, workspace: Path, name: str, kind: str, id_: str) -> None:
    call = ("source", "add", "-", "--publisher", name, "--issued", "2025-03-17", "--title", "Roads")
    told = run(*call, cwd=workspace, code=0, stdin="Roads are built.\n").stdout
    entry = (workspace / f"facts/documents/{id_}-2025-03-17.trig").read_text(encoding="utf-8")
    assert f"a {kind}" in entry
    assert "kg describe" in told  # of no state yet
    assert ("(not named)" in entry) == (kind == "br:MediaOutlet")  # a body speaks for itself
    run("check", cwd=workspace, code=0)


def test_a_publisher_that_is_known_or_told(run: Run, workspace: Path) -> None:
    call = ("source", "add", "-", "--issued", "2025-03-17", "--publisher")
    run(*call, "Foreign Ministry of Finland", "--id", "a", cwd=workspace, code=0, stdin="One.\n")
    entry = (workspace / "facts/documents/a.trig").read_text(encoding="utf-8")
    assert "dcterms:publisher e:foreign-ministry-of-FIN" in entry
    assert "ReferenceGraph" not in entry  # the base describes it
    told = ("--publisher-kind", "government body", "--publisher-side", "Aurelia")
    done = run(*call, "Roads of Aurelia", *told, "--id", "b", cwd=workspace, code=0, stdin="Two.\n").stdout
    assert "br:organOf e:XAA" in (workspace / "facts/documents/b.trig").read_text(encoding="utf-8")
    assert "kg describe" not in done
    title = "Interview with Rustam Yuldashev, director"
    run("source", "add", "-", "--title", title, cwd=workspace, code=0, stdin="Three.\n")
    assert (workspace / "sources/interview-with-rustam.txt").exists()
    run("check", cwd=workspace, code=0)
