"""E-mail: subject and body; who sent it, and when."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.policy import default
from email.utils import parseaddr

from kg.author.extract.page import read_page
from kg.author.extract.plain import Extract, decode, joined, tidy, unwrapped
from kg.errors import WrongCall

#: Lines of the message that is answered, and the line that says whose it was; a program may have broken that one.
_QUOTED = re.compile(r"^>(?!From )")
_WROTE = re.compile(r"^(?:On\b|.*\d).{5,200}(?:wrote|writes|пишет|написал[аи]?|작성|写道)\s*[:：]$")
_BELOW = re.compile(r"^-{2,}\s*(?:Original Message|Исходное сообщение|원본 메시지)\s*-{2,}$", re.I)


def read_mail(name: str, data: bytes, encoding: str = "") -> Extract:
    """The text of a message, its subject first. Raises WrongCall where it has none."""
    message = message_from_bytes(data, policy=default)
    if not message["From"] and not message["Subject"]:
        raise WrongCall(f"{name} is no e-mail: it has no sender and no subject.", "Save it as .txt.")
    body = message.get_body(("plain", "html"))
    payload = body.get_payload(decode=True) if body else None
    if not body or not isinstance(payload, bytes) or not payload.strip():
        raise WrongCall(f"{name} has no text.", "Save what is attached to it, and add that.")
    charset = encoding or str(body.get_param("charset", "") or "")
    quoted = 0
    if body.get_content_subtype() == "html":
        text = read_page(name, payload, charset).text
    else:
        own, quoted = _own_words(tidy(decode(name, payload, charset)).split("\n"))
        text = unwrapped(tidy("\n".join(own)))
    sender, address = parseaddr(str(message["From"] or ""))
    sent = message["Date"].datetime if message["Date"] else None
    subject = " ".join(str(message["Subject"] or "").split())
    left = tuple(f"attached: {part.get_filename() or part.get_content_type()}" for part in message.iter_attachments())
    left += (f"{quoted} quoted lines of another message",) if quoted else ()
    paragraphs = [p for p in text.split("\n") if p.strip()]
    if subject and subject not in paragraphs[:1]:
        paragraphs.insert(0, subject)
    issued = sent.date().isoformat() if sent else ""
    return Extract(joined(paragraphs), "e-mail", subject, sender or address, "", issued, left_out=left)


def _own_words(lines: list[str]) -> tuple[list[str], int]:
    """The lines of a message that are its sender's, and how many are not; all are where nothing else is left."""
    end = next((i for i, line in enumerate(lines) if _BELOW.match(line)), len(lines))
    gone = {i for i, line in enumerate(lines) if line.strip() and (i >= end or _QUOTED.match(line))}
    for i in sorted(gone):
        above = [j for j in range(i) if j not in gone and lines[j].strip()][-2:]
        for count in (1, 2):
            if _WROTE.match(" ".join(lines[j].strip() for j in above[-count:])):
                gone.update(above[-count:])
                break
    own = [line for i, line in enumerate(lines) if i not in gone]
    return (own, len(gone)) if any(line.strip() for line in own) else (lines, 0)
