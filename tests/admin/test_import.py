"""An editor imports a text: from an address, a file or a paste, corrects what was found, and saves it."""

from collections.abc import Iterator
from io import BytesIO
from ipaddress import ip_network
from typing import Any

import docx
import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from comparisons.models import Account, Event, Revision
from tests.admin.forms import assert_shown, errors
from tests.importing.server import RUSSIAN, Server, serving

pytestmark = pytest.mark.django_db
IMPORT = reverse("admin:comparisons_account_import")
ADD = reverse("admin:comparisons_account_add")
NO_WORD = "This is not a Word document (.docx)"


@pytest.fixture(scope="module")
def site() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def here(settings: Any) -> None:
    settings.IMPORT_ALLOWED_ADDRESSES = [ip_network("127.0.0.1")]


def page(event: Event) -> str:
    return f"{IMPORT}?event={event.pk}"


def uploaded(name: str, raw: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, raw)


def row_counts() -> tuple[int, int]:
    return Account.objects.count(), Revision.objects.count()


def filled(response: Any) -> dict[str, Any]:
    """What a browser would send if the form that was filled were submitted as it is."""
    assert response.status_code == 200
    data = {}
    for field in response.context["adminform"].form:
        value = field.value()
        if value is not None:
            data[field.html_name] = value.replace("\n", "\r\n") if isinstance(value, str) else value
    return data


def faults(response: Any) -> dict[str, list[str]]:
    assert response.status_code == 200
    found = {name: list(messages) for name, messages in response.context["form"].errors.items()}
    for messages in found.values():
        for message in messages:
            assert_shown(response, message)
    assert_shown(response, "Nothing was imported.")
    return found


# The way there


def test_the_way_leads_from_the_event_and_from_the_list_of_accounts(editor: Client, event: Event) -> None:
    assert_shown(editor.get(reverse("admin:comparisons_event_change", args=[event.pk])), "Import a text")
    assert (
        f'href="{page(event)}"'
        in editor.get(reverse("admin:comparisons_event_change", args=[event.pk])).content.decode()
    )
    assert f'href="{IMPORT}"' in editor.get(reverse("admin:comparisons_account_changelist")).content.decode()
    assert_shown(editor.get(page(event)), f"Event: {event}")


def test_who_may_not_add_accounts_may_not_import(event: Event) -> None:
    user = User.objects.create_user("viewer", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_account"))
    client = Client()
    client.force_login(user)
    for response in (client.get(page(event)), client.post(page(event), {"text": "They spoke."})):
        assert response.status_code == 403
    assert "Import a text" not in client.get(reverse("admin:comparisons_account_changelist")).content.decode()
    assert Client().get(page(event)).status_code == 302


# What is found is shown, and not saved


def test_a_page_fills_the_form_of_a_new_account_and_the_editor_saves_it(
    editor: Client, event: Event, site: Server, here: None
) -> None:
    before = row_counts()
    address = f"http://127.0.0.1:{site.port}/russian"
    response = editor.post(page(event), {"url": address})
    assert row_counts() == before
    assert_shown(response, "This is what was found. Nothing is saved yet.")
    assert_shown(response, "compare it with the page")
    assert f'action="{ADD}?event={event.pk}"' in response.content.decode()
    data = filled(response)
    assert (data["event"], data["title"]) == (str(event.pk), "Телефонный разговор с Дональдом Трампом")
    assert (data["language"], data["issued_at"]) == ("ru", "2017-01-28T23:20:00+03:00")
    assert data["source_url"] == address
    kremlin = event.parties.get(slug="kremlin").pk
    data |= {"key": "kremlin-russian", "kind": "readout", "source": "Kremlin", "party": kremlin, "title": "Сообщение"}
    assert editor.post(f"{ADD}?event={event.pk}", data).status_code == 302
    account = event.accounts.get(key="kremlin-russian")
    assert (account.title, account.language, account.source_url) == ("Сообщение", "ru", address)
    assert account.latest.text.startswith("Телефонный разговор с Дональдом Трампом\n\nВладимир Путин провёл")
    assert account.latest.captured_at == data["captured_at"]
    assert account.latest.captured_at.endswith("Z")


def test_what_was_found_is_checked_by_the_rules_of_every_account(editor: Client, event: Event) -> None:
    before = row_counts()
    response = editor.post(page(event), {"text": "They spoke.\r\n\r\nOf trade.\r\n"})
    assert_shown(response, "The language could not be told: give it.")
    data = filled(response)
    assert data["text"] == "They spoke.\r\n\r\nOf trade.\r\n"
    refused = editor.post(f"{ADD}?event={event.pk}", data)
    assert set(errors(refused)) == {"title", "key", "kind", "source", "language"}
    assert refused.context["adminform"].form["text"].value() == data["text"]
    assert row_counts() == before


@pytest.mark.parametrize("name", ["readout.txt", "readout.md", "readout.html", "readout.HTM", "readout.docx"])
def test_a_file_fills_the_form(editor: Client, event: Event, name: str) -> None:
    raw = "# Readout\n\nСтороны обсудили торговлю, и это было важно.".encode()
    if name.lower().endswith((".html", ".htm")):
        raw = RUSSIAN.encode()
    if name.endswith(".docx"):
        document, file = docx.Document(), BytesIO()
        document.add_paragraph("Стороны обсудили торговлю, и это было важно.")
        document.save(file)
        raw = file.getvalue()
    before = row_counts()
    data = filled(editor.post(page(event), {"file": uploaded(name, raw)}))
    assert "торговл" in data["text"]
    assert data["language"] == "ru"
    assert data["captured_at"].endswith("Z")
    assert row_counts() == before


def test_the_editor_says_in_which_encoding_a_file_is(editor: Client, event: Event) -> None:
    raw = "Стороны обсудили торговлю, и это было важно.".encode("cp1251")
    response = editor.post(page(event), {"file": uploaded("readout.txt", raw), "encoding": "cp1251"})
    assert filled(response)["text"] == "Стороны обсудили торговлю, и это было важно."
    assert_shown(response, "Read as WINDOWS-1251.")


def test_a_key_is_proposed_from_the_title(editor: Client, event: Event) -> None:
    response = editor.post(page(event), {"file": uploaded("a.md", b"# Readout of the_Call, 2017\n\nWords.")})
    assert filled(response)["key"] == "readout-of-the-call-2017"


def test_without_an_event_the_form_asks_for_it(editor: Client, event: Event) -> None:
    response = editor.post(IMPORT, {"text": "They spoke."})
    assert "event" not in filled(response)
    assert f'action="{ADD}"' in response.content.decode()


@pytest.mark.parametrize("given", ["0", "x", "1' OR 1=1", "9" * 30, ""])
def test_an_event_that_is_not_there_is_no_event(editor: Client, event: Event, given: str) -> None:
    response = editor.post(f"{IMPORT}?event={given}", {"text": "They spoke."})
    assert f'action="{ADD}"' in response.content.decode()
    assert_shown(response, "This is what was found. Nothing is saved yet.")


# What is refused


@pytest.mark.parametrize(
    "given", [{}, {"text": " \n"}, {"url": "  "}, {"url": "http://www.example.org/", "text": "They spoke."}]
)
def test_exactly_one_is_to_be_given(editor: Client, event: Event, given: dict[str, str]) -> None:
    before = row_counts()
    response = editor.post(page(event), given)
    if given.get("text") == " \n":
        assert faults(response) == {"text": ["There is no text in it."]}
    else:
        assert faults(response) == {"__all__": ["Give one of the three: an address, a file or a text."]}
    form = response.context["form"]
    assert (form["url"].value() or "", form["text"].value() or "") == (given.get("url", ""), given.get("text", ""))
    assert row_counts() == before


def test_a_file_beside_a_text_is_refused_and_the_text_is_kept(editor: Client, event: Event) -> None:
    response = editor.post(page(event), {"text": "They spoke.", "file": uploaded("a.txt", b"They spoke.")})
    assert faults(response) == {
        "__all__": ["Give one of the three: an address, a file or a text."],
        "file": ["Choose the file again: a browser does not keep it."],
    }
    assert ">\nThey spoke.</textarea>" in response.content.decode()


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1:{port}/russian", "“127.0.0.1” is at 127.0.0.1, which is not a public address."),
        ("http://169.254.169.254/latest/", "“169.254.169.254” is at 169.254.169.254, which is not a public address."),
        ("http://[::ffff:10.0.0.1]/", "“::ffff:10.0.0.1” is at ::ffff:10.0.0.1, which is not a public address."),
        ("file:///etc/passwd", "Only addresses that begin with http:// or https:// are fetched."),
        (
            "http://user:password@www.example.org/",
            "The address contains a user name or a password; these are not sent.",
        ),
        ("http://2130706433/", "“2130706433” is not how a site is named: use its name."),
        ("http://www.example.org/" + "a" * 1978, "Ensure this value has at most 2000 characters (it has 2001)."),
        ("http://www.exam\x07ple.org/", "Character 16 is the control character U+0007, which cannot be kept."),
    ],
)
def test_an_address_is_refused_with_its_reason_and_stays_in_its_field(
    editor: Client, event: Event, site: Server, url: str, reason: str
) -> None:
    before, asked = row_counts(), len(site.asked)
    response = editor.post(page(event), {"url": url.format(port=site.port)})
    assert faults(response) == {"url": [reason]}
    assert response.context["form"]["url"].value() == url.format(port=site.port)
    assert row_counts() == before
    assert len(site.asked) == asked


def test_what_a_server_does_wrong_is_said_at_the_address(
    editor: Client, event: Event, site: Server, here: None
) -> None:
    before = row_counts()
    for path, reason in {
        "/large": "It is larger than 5 MB.",
        "/pdf": "It is of the kind “application/pdf”; only pages and plain texts are taken.",
        "/to-metadata": "“169.254.169.254” is at 169.254.169.254, which is not a public address.",
        "/nowhere": "The site answered with the status 404.",
    }.items():
        response = editor.post(page(event), {"url": f"http://127.0.0.1:{site.port}{path}"})
        assert faults(response) == {"url": [reason]}
    assert row_counts() == before


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.txt", b"caf\xe9", "Byte 4 (E9) is not UTF-8: the encoding is another one, or the text is damaged."),
        ("a.txt", b"They\x07", "Character 5, in line 1, is the control character U+0007, which cannot be kept."),
        ("a.txt", b"", "The submitted file is empty."),
        ("a.pdf", b"%PDF", "A file is one of .txt, .md, .html, .htm, .docx."),
        ("a.txt", b"a" * (5 * 2**20 + 1), "The file is larger than 5 MB."),
        (
            "a.docx",
            b"PK",
            f"{NO_WORD}: it is damaged, of another kind or protected by a password.",
        ),
    ],
)
def test_a_file_is_refused_with_its_reason_and_is_to_be_chosen_again(
    editor: Client, event: Event, name: str, raw: bytes, reason: str
) -> None:
    before = row_counts()
    response = editor.post(page(event), {"file": uploaded(name, raw), "encoding": ""})
    assert faults(response) == {"file": [reason, "Choose the file again: a browser does not keep it."]}
    assert row_counts() == before


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("They\x07", "Character 5 is the control character U+0007, which cannot be kept."),
        ("a" * 500_001, "Ensure this value has at most 500000 characters (it has 500001)."),
    ],
)
def test_a_pasted_text_that_cannot_be_kept_stays_in_its_field(
    editor: Client, event: Event, text: str, reason: str
) -> None:
    before = row_counts()
    response = editor.post(page(event), {"text": text})
    assert faults(response) == {"text": [reason]}
    assert response.context["form"]["text"].value() == text
    assert row_counts() == before
