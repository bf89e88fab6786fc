"""Files and pasted texts."""

import time
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from comparisons.importing import CannotImport, Proposal, from_file, from_paste, html_pages
from comparisons.importing.language_detection import detect_language
from tests.importing.server import CYRILLIC_1251, RUSSIAN

NOW = datetime(2026, 11, 23, 15, 31, tzinfo=UTC)
CALL = "Стороны обсудили торговлю.\r\n\r\nБыло сказано и о Сирии.\r\n"
KEPT = CALL.replace("\r\n", "\n")


def taken(name: str, raw: bytes, encoding: str = "") -> Proposal:
    return from_file(name, raw, now=NOW, encoding=encoding)


def refusal(name: str, raw: bytes, encoding: str = "") -> str:
    with pytest.raises(CannotImport) as refused:
        taken(name, raw, encoding)
    return str(refused.value)


# Plain texts


@pytest.mark.parametrize(
    ("raw", "given", "said"),
    [
        (CALL.encode(), "", "UTF-8"),
        (CALL.encode("utf-8-sig"), "", "UTF-8"),
        (b"\xff\xfe" + CALL.encode("utf-16-le"), "", "UTF-16-LE"),
        (b"\xfe\xff" + CALL.encode("utf-16-be"), "", "UTF-16-BE"),
        (CALL.encode("cp1251"), "cp1251", "WINDOWS-1251"),
        (CALL.encode("koi8-r"), "koi8-r", "KOI8-R"),
        (CALL.encode("utf-8-sig"), "cp1251", "UTF-8"),
    ],
)
@pytest.mark.parametrize("name", ["readout.txt", "README.MD"])
def test_a_text_is_taken_to_the_letter_and_its_encoding_is_said(name: str, raw: bytes, given: str, said: str) -> None:
    proposal = taken(name, raw, given)
    assert proposal.text == KEPT
    assert proposal.notes[0] == f"Read as {said}."
    assert (proposal.language, proposal.captured_at, proposal.source_url) == ("ru", "2026-11-23T15:31:00Z", "")


def test_markdown_stays_as_it_is_and_its_heading_is_proposed_as_the_title() -> None:
    proposal = taken("readout.md", b"\n# Readout of the call\n\nThey *spoke* of [trade](/trade).\n")
    assert proposal.title == "Readout of the call"
    assert proposal.text == "\n# Readout of the call\n\nThey *spoke* of [trade](/trade).\n"
    assert taken("readout.md", b"They spoke.\n\n# Later").title == ""


@pytest.mark.parametrize(
    ("name", "raw", "encoding", "reason"),
    [
        ("readout.txt", b"caf\xe9 au lait", "", "Byte 4 (E9) is not UTF-8: the encoding is another one"),
        ("readout.txt", b"\xef\xbb\xbfcaf\xe9", "", "Byte 7 (E9) is not UTF-8"),
        ("readout.txt", b"\xff\xfea\x00b", "", "Byte 5 (62) is not UTF-16-LE"),
        ("readout.txt", b"caf\x98", "cp1251", "Byte 4 (98) is not WINDOWS-1251"),
        ("readout.txt", b"They", "rot13", "“rot13” is no known encoding of a text."),
        ("readout.txt", b"They", "unicode_escape", "“unicode_escape” is no known encoding of a text."),
        ("readout.txt", b"They", "a\x00b", "is no known encoding of a text."),
        ("readout.txt", CALL.encode("utf-16-le"), "", "control character U+0004"),
        ("readout.txt", b"They\nspoke\x07", "", "Character 11, in line 2, is the control character U+0007"),
        ("readout.txt", b"They\rspoke", "", "Character 5, in line 1, is the control character U+000D"),
        ("readout.txt", b" \n\t\n", "", "There is no text in it."),
        ("readout.txt", b"a" * 500_001, "", "The text has 500001 characters; a text has at most 500000."),
        ("readout.txt", b"a" * (5 * 2**20 + 1), "", "The file is larger than 5 MB."),
        ("readout.pdf", b"%PDF", "", "A file is one of .txt, .md, .html, .htm, .docx."),
        ("readout", b"They", "", "A file is one of .txt, .md, .html, .htm, .docx."),
    ],
)
def test_a_text_that_cannot_be_kept_is_refused_at_its_place(name: str, raw: bytes, encoding: str, reason: str) -> None:
    assert reason in refusal(name, raw, encoding)


def test_a_text_of_500_000_characters_is_taken() -> None:
    assert len(taken("readout.txt", "я".encode() * 500_000).text) == 500_000


# Saved pages


@pytest.mark.parametrize(("raw", "encoding"), [(RUSSIAN.encode(), ""), (CYRILLIC_1251, "cp1251")])
def test_a_saved_page_is_proposed_with_what_it_says_of_itself(raw: bytes, encoding: str) -> None:
    proposal = taken("page.html", raw, encoding)
    assert proposal.text.split("\n\n")[1].startswith("Владимир Путин провёл телефонный разговор")
    assert proposal.title == "Телефонный разговор с Дональдом Трампом"
    assert (proposal.issued_at, proposal.language) == ("2017-01-28T23:20:00+03:00", "ru")


def test_a_fragment_of_a_page_is_read_as_well() -> None:
    proposal = taken("page.htm", b"<p>They spoke of trade.</p><p>They spoke of Syria.</p>")
    assert proposal.text == "They spoke of trade.\n\nThey spoke of Syria."
    assert (proposal.title, proposal.issued_at, proposal.language) == ("", "", "")


def test_control_characters_of_a_page_are_left_out_and_this_is_said() -> None:
    proposal = taken("page.html", b"<p>They\x00 spoke of\x0b trade.</p>")
    assert proposal.text == "They spoke of trade."
    assert "The page contains control characters, which were left out." in proposal.notes


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (CYRILLIC_1251, "is not UTF-8"),
        (b"<html><body><img src=a.png></body></html>", "There is no text in it."),
        (b"<p>x" * 100_001, "The page has more than 100000 tags"),
    ],
)
def test_a_saved_page_that_cannot_be_read_is_refused(raw: bytes, reason: str) -> None:
    assert reason in refusal("page.html", raw)


def test_a_page_made_to_take_for_ever_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_pages, "SECONDS_AT_MOST", 1.5)
    trap = b'<script type="application/ld+json">{"@type": "Article", "headline": "' + b'\\"' * 1_000_000
    began = time.monotonic()
    assert "too intricate to be read" in refusal("page.html", b"<html><head>" + trap + b"</script><body><p>They spoke.")
    assert time.monotonic() - began < 5


def test_a_page_nested_without_end_is_refused_or_read_but_never_breaks() -> None:
    with pytest.raises(CannotImport):
        taken("page.html", b"<html><body>" + b"<div>" * 50_000 + b"words")


# Word documents


def packed(document: Any) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def element(tag: str, text: str = "", **attributes: str) -> Any:
    made = OxmlElement(tag)
    if text:
        made.text = text
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def test_a_word_document_gives_its_paragraphs_tables_included() -> None:
    document = docx.Document()
    document.core_properties.title = "Readout of the call"
    document.add_heading("Readout", 1)
    paragraph = document.add_paragraph("They spoke ")
    paragraph.add_run("of trade").bold = True
    paragraph.add_run(".\n“Soon” 🤝\tthen.")
    document.add_paragraph("")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Duration", "an hour"
    document.add_paragraph("Стороны говорили.")
    proposal = taken("readout.docx", packed(document))
    assert proposal.text.split("\n\n") == [
        "Readout",
        "They spoke of trade.\n“Soon” 🤝\tthen.",
        "Duration",
        "an hour",
        "Стороны говорили.",
    ]
    assert proposal.title == "Readout of the call"


def test_tracked_changes_and_footnotes_of_a_word_document_are_said() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("They spoke of ")
    for tag, kind, words in (("w:ins", "w:t", "trade."), ("w:del", "w:delText", "sanctions.")):
        change, run = element(tag, id="1", author="Ann"), element("w:r")
        run.append(element(kind, words))
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run()._r.append(element("w:footnoteReference", id="2"))
    proposal = taken("readout.docx", packed(document))
    assert proposal.text == "They spoke of trade."
    assert "The file has tracked changes: what was deleted in it is left out." in proposal.notes
    assert "The file has footnotes, which are left out." in proposal.notes


def test_a_control_of_a_form_in_a_word_document_is_no_hole_in_its_text() -> None:
    document = docx.Document()
    control, content = element("w:sdt"), element("w:sdtContent")
    content.append(document.add_paragraph("They spoke of trade.")._p)
    control.append(content)
    document.element.body.insert(0, control)
    assert taken("readout.docx", packed(document)).text == "They spoke of trade."


def archive(**parts: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, raw in parts.items():
            made.writestr(name, raw)
    return file.getvalue()


def test_a_word_document_that_is_broken_is_refused() -> None:
    document = docx.Document()
    document.add_paragraph("They spoke.")
    whole = packed(document)
    for raw in (b"They spoke.", b"", b"\xd0\xcf\x11\xe0" + b"\0" * 600, whole[: len(whole) // 2]):
        assert "This is not a Word document (.docx)" in refusal("readout.docx", raw)
    for raw in (archive(), archive(words=b"They spoke."), archive(**{"[Content_Types].xml": b"<"}), damaged(whole)):
        assert refusal("readout.docx", raw) == "This is not a Word document (.docx), or it is damaged."
    assert refusal("readout.docx", packed(docx.Document())) == "There is no text in it."


def damaged(raw: bytes) -> bytes:
    """With other bytes in the middle of what is packed, and a directory that is whole."""
    place = raw.index(b"word/document.xml") + 80
    return raw[:place] + bytes(200) + raw[place + 200 :]


def test_a_word_document_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    reason = "The file unpacks to more than 50 MB, or into too many parts."
    document = docx.Document()
    document.add_paragraph("They spoke.")
    for more in ({"word/media/a.bin": bytes(51 * 2**20)}, {f"word/{n}.xml": b"" for n in range(2000)}):
        file = BytesIO(packed(document))
        with ZipFile(file, "a", ZIP_DEFLATED) as grown:
            for name, raw in more.items():
                grown.writestr(name, raw)
        assert refusal("readout.docx", file.getvalue()) == reason
    assert refusal("readout.docx", archive(**{"word/document.xml": bytes(21 * 2**20)})) == reason


def test_entities_of_a_word_document_are_not_followed() -> None:
    document = docx.Document()
    document.add_paragraph("They spoke of trade.")
    source = BytesIO(packed(document))
    declared = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    changed: dict[str, bytes] = {}
    with ZipFile(source) as parts:
        for name in parts.namelist():
            changed[name] = parts.read(name)
    xml = changed["word/document.xml"]
    xml = xml.replace(b"<w:document ", declared + b"<w:document ", 1).replace(b"of trade", b"of &x;")
    changed["word/document.xml"] = xml
    assert refusal("readout.docx", archive(**changed)) == "This is not a Word document (.docx), or it is damaged."


# Pasted texts


def test_a_pasted_text_is_proposed_as_it_is() -> None:
    proposal = from_paste("  They spoke.\r\n", now=NOW)
    assert proposal == Proposal(text="  They spoke.\n", captured_at="2026-11-23T15:31:00Z")


# Languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Стороны обсудили торговлю, и это было важно.", "ru"),
        ("Сторони обговорили торгівлю, її умови.", "uk"),
        ("Trump сказал «deal», и это было всё, что мы слышали.", "ru"),
        ("Слово.", ""),
        ("Бакі абмеркавалі гандаль, яны дамовіліся.", ""),  # Belarusian
        ("Страните обсъдиха търговията.", ""),  # Bulgarian
        ("Тараптар сауданы талқылады, бұл ынтымақ.", ""),  # Kazakh
        ("Стране су разговарале о трговини и њеном значају.", ""),  # Serbian
        ("They spoke of trade: «торговля», «мы».", ""),
        ("They spoke of trade.", ""),
        ("", ""),
    ],
)
def test_a_language_is_proposed_only_where_the_letters_leave_no_doubt(text: str, language: str) -> None:
    assert detect_language(text) == language
