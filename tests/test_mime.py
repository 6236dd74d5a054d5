"""Pages and mails as browsers and mail programs save them are read by the part that holds the story."""

from __future__ import annotations

import quopri
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import clean, mime, visible

FIRST = "The harbour office of Marrow Bay will open two hours earlier from the first of May, it told its readers this “morning”."
SECOND = "Skippers had asked for it since the new ferry began to leave at dawn, said the harbour master, Odo Wren."
STORY = f"{FIRST}\n\n{SECOND}"
TEXT = f"Harbour office to open earlier\n\nBy Nell Harrow\n\n{STORY}\n"
HTML = (
    "<html><head><meta charset='utf-8'><title>Harbour office to open earlier</title></head><body><nav><a href='/'>Home</a></nav>"
    f"<h1>Harbour office to open earlier</h1><p class='byline'>By Nell Harrow</p><p>{FIRST}</p><p>{SECOND}</p></body></html>"
)


def saved_page(content_type: str = "text/html") -> bytes:
    boundary = b"----MultipartBoundary--wren"
    parts = (
        b"Content-Type: " + content_type.encode() + b"\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Location: https://brask.example/harbour\r\n\r\n" + quopri.encodestring(HTML.encode()),
        b"Content-Type: text/css\r\n\r\n.office { color: red }",
    )
    head = (
        b"From: <Saved by a browser>\r\nSubject: Harbour office to open earlier\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="' + boundary + b'"\r\n\r\n'
    )
    return head + b"".join(b"\r\n--" + boundary + b"\r\n" + part for part in parts) + b"\r\n--" + boundary + b"--\r\n"


def mail(*, plain: bool = True, html: bool = True) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Brask Courier <news@brask.example>"
    message["Subject"] = "Harbour office to open “earlier”"
    message["Date"] = "Mon, 04 May 2026 10:00:00 +0000"
    if plain:
        message.set_content(TEXT)
    if html and plain:
        message.add_alternative(HTML, subtype="html")
    elif html:
        message.set_content(HTML, subtype="html", cte="base64")
    return message


@pytest.mark.parametrize("content_type", ["text/html", "text/html; charset=utf-8", "text/html; charset=unheard-of"])
def test_a_page_that_a_browser_saved_is_its_html(content_type: str) -> None:
    record = clean(saved_page(content_type))
    assert (record.media_type, record.title, record.authors) == ("text/html", "Harbour office to open earlier", ("Nell Harrow",))
    assert record.text == STORY
    assert record.metadata["decode"]["parts"] == 1


def test_a_mail_is_its_plain_text_below_its_head() -> None:
    for source in (mail().as_bytes(), mail().as_string()):
        record = clean(source)
        assert (record.media_type, record.date, record.authors) == ("text/plain", "2026-05-04T10:00:00Z", ("Nell Harrow",))
        assert record.text == STORY
        assert visible(source).startswith("From: Brask Courier <news@brask.example>\nSubject: Harbour office to open “earlier”\n")


def test_a_mail_without_plain_text_is_its_html() -> None:
    record = clean(mail(plain=False).as_bytes())
    assert (record.media_type, record.text) == ("text/html", STORY)


@pytest.mark.parametrize(
    "source",
    [
        b"Subject: Harbour office\nFrom: Nell Harrow\n\nThe office opens.",
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: image/png\n\nabc\n--x--",
        b"MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n",
        b"Subject: Harbour office\n\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>It opens.</p>",
        b"The header MIME-Version: 1.0 stands in mails.\nContent-Type: text/html does too.",
        b"",
    ],
)
def test_what_is_no_message_or_has_no_text_is_read_as_it_stands(source: bytes) -> None:
    assert mime.read(source) is None


def test_a_part_that_is_no_text_leaves_the_message_as_it_stands() -> None:
    source = "Subject: Harbour office\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nreturn of the boats to the pier"
    assert visible(source) == source


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 400))
def test_a_broken_message_costs_no_record(noise: bytes, place: int) -> None:
    source = saved_page()
    record = clean(source[:place] + noise + source[place:])
    assert record.error is None or record.error["code"] != "internal"
