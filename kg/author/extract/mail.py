"""E-mail: subject and body; who sent it, and when."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from email.utils import parseaddr

from kg.author.extract.page import read_page
from kg.author.extract.plain import Extract, decode, joined, tidy, unwrapped
from kg.errors import WrongCall


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
    if body.get_content_subtype() == "html":
        text = read_page(name, payload, charset).text
    else:
        text = unwrapped(tidy(decode(name, payload, charset)))
    sender, address = parseaddr(str(message["From"] or ""))
    sent = message["Date"].datetime if message["Date"] else None
    subject = " ".join(str(message["Subject"] or "").split())
    left = tuple(f"attached: {part.get_filename() or part.get_content_type()}" for part in message.iter_attachments())
    paragraphs = [p for p in text.split("\n") if p.strip()]
    if subject and subject not in paragraphs[:1]:
        paragraphs.insert(0, subject)
    issued = sent.date().isoformat() if sent else ""
    return Extract(joined(paragraphs), "e-mail", subject, sender or address, "", issued, left_out=left)
