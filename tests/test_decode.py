from __future__ import annotations

import gzip
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.decode import decode
from cleaner.errors import BinaryError

FRENCH = "Le maire a déclaré que la forêt brûlée près de l’église ne sera pas reconstruite. « C’est ainsi », dit-il. "
GERMAN = "Der Bürgermeister von Ostrau sagte, größere Straßen würden übermorgen geöffnet. "
RUSSIAN = "Мэр города сказал вчера, что дорога будет открыта в следующем году после ремонта моста. "
POLISH = "Burmistrz powiedział wczoraj, że nowa droga będzie otwarta w przyszłym roku, gdyż most jest już gotowy. "
HUNGARIAN = "A polgármester tegnap azt mondta, hogy az új út jövőre nyílik meg, és a híd már gyönyörű. "
GREEK = "Ο δήμαρχος είπε χθες ότι ο νέος δρόμος θα ανοίξει του χρόνου. Η γέφυρα είναι έτοιμη. "
JAPANESE = "市長は昨日、新しい道路が来年開通すると述べた。橋はすでに完成している。\n"
CHINESE = "市长昨天表示，新的道路将于明年开通。大桥已经建成，居民们感到非常高兴。\n"
KOREAN = "시장은 어제 새 도로가 내년에 개통될 것이라고 말했다. 다리는 이미 완성되었다. "

UNDECLARED = [
    (FRENCH, "cp1252"),
    (FRENCH, "utf-16-le"),
    (GERMAN, "cp1252"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "utf-16-be"),
    (POLISH, "cp1250"),
    (HUNGARIAN, "cp1250"),
    (GREEK, "cp1253"),
    (JAPANESE, "cp932"),
    (JAPANESE, "euc_jp"),
    (JAPANESE, "iso2022_jp"),
    (JAPANESE, "utf-32-be"),
    (CHINESE, "gb18030"),
    (CHINESE, "utf-16-be"),
    (KOREAN, "cp949"),
]


def page(text: str, head: str = "") -> str:
    return f"<html><head>{head}<title>Ostrau</title></head><body><p class='story'>{text}</p></body></html>"


@pytest.mark.parametrize(("text", "encoding"), UNDECLARED)
@pytest.mark.parametrize("wrap", [lambda text: text * 6, lambda text: page(text * 6)], ids=["text", "page"])
def test_finds_an_encoding_that_nothing_declares(text, encoding, wrap):
    assert decode(wrap(text).encode(encoding)).text == wrap(text)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [*(case for case in UNDECLARED if case[1][:3] != "utf"), (POLISH, "iso8859-2"), (CHINESE, "big5hkscs")],
)
def test_believes_the_page(text, encoding):
    known = text.encode(encoding, "ignore").decode(encoding)
    declared = page(known, f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">')
    found = decode(declared.encode(encoding))
    assert found.text == declared
    assert found.evidence == "declared"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_obeys_a_byte_order_mark(encoding):
    found = decode(RUSSIAN.encode(encoding))
    assert (found.text, found.evidence) == (RUSSIAN, "bom")


@pytest.mark.parametrize(
    ("label", "text"),
    [("iso-8859-1", "“Ostrau” – café"), ("x-sjis", "①髙"), ("latin1", "it’s"), ("gb2312", "镕基")],
)
def test_reads_labels_as_browsers_do(label, text):
    codec = {"iso-8859-1": "cp1252", "latin1": "cp1252", "x-sjis": "cp932", "gb2312": "gb18030"}[label]
    declared = page(text, f'<meta charset="{label}">')
    assert decode(declared.encode(codec)).text == declared


@pytest.mark.parametrize("label", ["windows-1251", "Windows-1251 ", "cp1251"])
def test_what_a_server_says_goes_before_what_the_page_says(label):
    declared = page("Мост", '<meta charset="iso-8859-1">')
    found = decode(declared.encode("cp1251"), label)
    assert (found.text, found.encoding, found.evidence) == (declared, "cp1251", "told")


@pytest.mark.parametrize("label", ["", "klingon", "base64", "utf-16", "utf-8", "ascii-art; q=1"])
def test_a_servers_word_that_says_nothing_is_passed_over(label):
    declared = page(RUSSIAN, '<meta charset="windows-1251">')
    assert decode(declared.encode("cp1251"), label).text == declared
    assert decode(declared.encode(), label).text == declared


def test_a_servers_word_does_not_beat_valid_utf8_or_a_byte_order_mark():
    assert decode(page(GERMAN).encode(), "iso-8859-1").text == page(GERMAN)
    assert decode(RUSSIAN.encode("utf-16"), "windows-1251").text == RUSSIAN


def test_bytes_that_do_not_quite_fit_are_read_by_a_servers_word():
    found = decode(page(RUSSIAN).encode("cp1251") + b"\x98", "windows-1251")
    assert (found.text, found.replaced) == (f"{page(RUSSIAN)}\ufffd", 1)


def test_valid_utf8_beats_a_wrong_declaration():
    declared = page(GERMAN, '<meta charset="iso-8859-1">')
    assert decode(declared.encode()).text == declared


def test_an_unknown_or_impossible_declaration_is_ignored():
    for label in ("klingon", "utf-16", "base64", "rot13"):
        declared = page(GERMAN, f'<meta charset="{label}">')
        assert decode(declared.encode()).text == declared


@pytest.mark.parametrize("label", ["punycode", "idna", "undefined", "unicode_escape", "raw-unicode-escape", "utf-7"])
def test_codecs_that_no_page_is_written_in_are_no_declaration(label):
    declared = page(f"{GERMAN}It says \\u0041 and +AGE-.", f'<meta charset="{label}">')
    assert decode(declared.encode()).text == declared
    found = decode(declared.encode("cp1252"))
    assert (found.text, found.evidence == "declared") == (declared, False)


def test_an_xml_declaration_counts():
    text = f'<?xml version="1.0" encoding="koi8-r"?><html><body>{RUSSIAN}</body></html>'
    assert decode(text.encode("koi8-r")).encoding == "koi8-r"


def test_bytes_of_another_encoding_in_utf8():
    found = decode(GERMAN.encode() + b"It\x92s \x93done\x94 \xe4.")
    assert found.text == GERMAN + "It’s “done” \ufffd."
    assert (found.encoding, found.evidence, found.replaced) == ("utf-8", "nearly valid", 1)


def test_bytes_of_another_encoding_in_utf8_behind_much_ascii():
    text = "The bridge of Ostrau will be closed. " * 8_000
    found = decode((text + GERMAN).encode() + b"It\x92s \xe4.")
    assert found.text == f"{text}{GERMAN}It’s \ufffd."
    assert found.encoding == "utf-8"


def test_replacement_characters_of_the_input_are_not_counted():
    assert decode("Ostrau \ufffd".encode()).replaced == 0


def test_surrogates_and_controls_of_a_string_are_counted():
    found = decode("a\ud800b\0c\x1bd\x7fe")
    assert found.text == "a\ufffdb c d e"
    assert (found.surrogates, found.controls, found.replaced) == (1, 3, 0)


def test_surrogates_written_as_utf8():
    found = decode("a\ud83db".encode("utf-8", "surrogatepass"))
    assert (found.text, found.surrogates) == ("a\ufffdb", 1)


def test_white_space_controls_and_line_ends_stay():
    text = "a\tb\r\nc\vd\fe\rf\x1cg\x85h\u2028i"
    assert decode(text).text == text
    assert decode(text.encode()).text == text


def test_a_leading_byte_order_mark_goes_from_a_string():
    assert decode("\ufeffOstrau").text == "Ostrau"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 stream",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04 word/document.xml",
        gzip.compress(b"text", mtime=0),
        b"RIFF\x10\x00\x00\x00WEBPVP8 ",
        b"\x00\x00\x00\x20ftypisom",
        b"\0" * 100,
        bytes(range(256)) * 4,
        b"\x01\x02 a" * 50,
    ],
)
def test_binary_is_refused(data):
    with pytest.raises(BinaryError):
        decode(data)


@pytest.mark.parametrize("text", ["PKs are numbers.", "MM is a letter twice.", "RIFF is a word.", "BZh91 is none."])
def test_text_that_begins_like_binary(text):
    assert decode(text.encode()).text == text


def test_text_with_terminal_colours_or_a_stray_zero_is_text():
    assert decode(b"\x1b[31mThe bridge is open.\x1b[0m " * 20).controls == 40
    assert decode(b"The bridge\0 is open.").text == "The bridge  is open."


@pytest.mark.parametrize("data", [b"", b"a", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfea"])
def test_tiny_inputs_give_text(data):
    assert len(decode(data).text) <= 1


@given(st.text(st.characters(exclude_categories=[])))
def test_any_string_keeps_its_length(text):
    found = decode(text)
    assert len(found.text) == len(text) - text.startswith("\ufeff")
    found.text.encode()


@given(st.binary())
def test_any_bytes_are_text_or_binary(data):
    try:
        found = decode(data)
    except BinaryError:
        return
    found.text.encode()
    assert "\0" not in found.text
    assert found == decode(data)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf8_survives(text):
    assert decode(("a" + text).encode()).text == "a" + text


def test_a_clean_string_is_returned_itself():
    text = "Ostrau " * 100
    assert decode(text).text is text


@pytest.mark.parametrize(
    "data", [b"Ostrau " * 1_400_000 + b"\xfc", b"\xfc\xe9 " * 3_000_000, b"\xc3\xa9" * 4_000_000 + b"\xfc"]
)
def test_ten_million_bytes_take_bounded_time(data):
    began = time.perf_counter()
    decode(data)
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize(
    "data",
    ["Die Mühle schließt".encode(), "\ufeff\ufeffOstrey – 한국".encode(), "Mühle\x01".encode(), b"M\xfchle", b"a\xed\xa0\xbdb", b""],
)
def test_bytes_of_the_text_are_those_of_the_text(data):
    found = decode(data)
    assert found.utf8 in (None, found.text.encode())


def test_valid_bytes_are_handed_on():
    data = "Die Mühle schließt im Juni".encode()
    assert decode(data).utf8 is data
