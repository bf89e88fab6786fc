"""The commands as they are called: what they print, how they end, and what they leave behind."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from comparisons.documents import parse
from comparisons.models import Edition, Event
from comparisons.publishing.publish import publish, withdraw
from tests.examples import DOCUMENTS, EXAMPLE, SLUG

pytestmark = pytest.mark.django_db


def run(name: str, *arguments: Any, **options: Any) -> str:
    output = StringIO()
    call_command(name, *arguments, stdout=output, **options)
    return output.getvalue()


@pytest.mark.slow
def test_all_documents_load_and_are_published_and_nothing_is_wrong_with_them() -> None:
    said = run("load_comparison", *map(str, DOCUMENTS), "--publish")
    assert said.count("published edition 1") == len(DOCUMENTS) == Edition.objects.published().count()
    assert "No fault" in run("verify")


@pytest.mark.slow
def test_export_load_and_export_give_the_same_bytes(tmp_path: Path) -> None:
    run("load_comparison", *map(str, DOCUMENTS))
    for event in Event.objects.all():
        first, second = tmp_path / "first.json", tmp_path / "second.json"
        run("export_comparison", event.slug, "--output", str(first))
        run("load_comparison", str(first))
        run("export_comparison", event.slug, "--output", str(second))
        assert first.read_bytes() == second.read_bytes()
        assert run("export_comparison", event.slug).encode() == first.read_bytes()


def test_an_edition_is_exported_with_what_seals_it_and_loads_again(edition: Edition, tmp_path: Path) -> None:
    text = run("export_comparison", SLUG, "--edition", "1")
    assert json.loads(text)["edition"]["sha256"] == edition.sha256
    file = tmp_path / "edition.json"
    file.write_text(text)
    run("load_comparison", str(file), "--publish", "--note", "The same again.")
    first, second = parse(text.encode()), parse(run("export_comparison", SLUG, "--edition", "2").encode())
    assert {**first, "edition": None} == {**second, "edition": None}


@pytest.mark.parametrize("arguments", [["nothing-here"], [SLUG, "--edition", "2"]])
def test_what_is_not_there_cannot_be_exported(edition: Edition, arguments: list[str]) -> None:
    with pytest.raises(CommandError, match="There is no e"):
        run("export_comparison", *arguments)


def test_one_bad_file_keeps_all_of_them_out_and_each_fault_is_named(tmp_path: Path, document: dict[str, Any]) -> None:
    document["event"]["kind"], document["claims"][0]["topic"] = "telegram", "weather"
    bad, worse = tmp_path / "bad.json", tmp_path / "worse.json"
    bad.write_text(json.dumps(document))
    worse.write_text("{")
    with pytest.raises(CommandError) as refusal:
        run("load_comparison", str(EXAMPLE), str(bad), str(worse), "--publish")
    said = str(refusal.value)
    assert said.startswith("Nothing was saved.\n")
    assert f"{bad}: event.kind: " in said
    assert f"{bad}: claims[0].topic: " in said
    assert f"{worse}: This is not JSON" in said
    assert not Event.objects.exists()


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"missing\.json: No such file"):
        run("load_comparison", str(tmp_path / "missing.json"))


@pytest.mark.parametrize("reader", ["", "x" * 151, "\udcff", "\x00"])
def test_a_reader_that_cannot_be_kept_is_refused(reader: str) -> None:
    with pytest.raises(CommandError, match=r"\.json: reader: ") as refusal:
        run("load_comparison", str(EXAMPLE), "--reader", reader)
    assert str(refusal.value).encode()
    assert not Event.objects.exists()


@pytest.mark.parametrize("note", ["\udcff", "\x00", "x" * 5001])
def test_a_note_that_cannot_be_kept_is_refused(note: str) -> None:
    with pytest.raises(CommandError, match="The change note: ") as refusal:
        run("load_comparison", str(EXAMPLE), "--publish", "--note", note)
    assert str(refusal.value).encode()
    assert not Event.objects.exists()


def test_what_cannot_be_printed_is_escaped(tmp_path: Path, document: dict[str, Any]) -> None:
    document["event"]["\ud800"] = document["event"]["\x1b[2J"] = 1
    file = tmp_path / "of bytes \udcff.json"
    file.write_text(json.dumps(document))
    with pytest.raises(CommandError) as refusal:
        run("load_comparison", str(file))
    assert r"of bytes \udcff.json: event.\ud800: This key is not known here." in str(refusal.value)
    assert r"event.\u001b[2J: This key is not known here." in str(refusal.value)


def test_a_file_whose_name_cannot_be_printed_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "of bytes \udcff.json"
    file.write_bytes(EXAMPLE.read_bytes())
    assert r"of bytes \udcff.json: loaded" in run("load_comparison", str(file))
    with pytest.raises(CommandError, match=r"another \\udcff\.json: No such file"):
        run("load_comparison", str(tmp_path / "another \udcff.json"))


@pytest.mark.parametrize("slug", ["\udcff", "\x00"])
def test_a_slug_that_nothing_can_have_is_not_there(db: None, slug: str) -> None:
    for arguments in ([slug], [slug, "--edition", "1"]):
        with pytest.raises(CommandError, match="There is no e") as refusal:
            run("export_comparison", *arguments)
        assert str(refusal.value).encode()


def test_an_edition_of_any_number_may_be_asked_for(edition: Edition) -> None:
    with pytest.raises(CommandError, match="There is no edition 99999999999999999999"):
        run("export_comparison", SLUG, "--edition", "99999999999999999999")


def test_a_second_publication_needs_a_note() -> None:
    run("load_comparison", str(EXAMPLE), "--publish")
    with pytest.raises(CommandError, match="what changed since edition 1"):
        run("load_comparison", str(EXAMPLE), "--publish")
    assert "published edition 2" in run("load_comparison", str(EXAMPLE), "--publish", "--note", "Read again.")


def test_the_demo_publishes_the_example_and_makes_a_login_that_works() -> None:
    said = run("demo", site="http://127.0.0.1:8000")
    assert said.splitlines()[0] == f"The example: http://127.0.0.1:8000/comparisons/{SLUG}/"
    assert "For editors: http://127.0.0.1:8000/admin/ – login editor, password " in said
    password = said.split("password ")[1].strip()
    user = authenticate(username="editor", password=password)
    assert user
    assert user.has_perm("comparisons.publish_comparison")
    assert Edition.objects.get().slug == SLUG


def test_a_second_demo_starts_from_what_is_there() -> None:
    run("demo")
    Event.objects.update(title="Changed at the desk")
    said = run("demo")
    assert said.startswith(f"The example: /comparisons/{SLUG}/\n")
    assert "login editor, as before" in said
    assert Event.objects.get().title == "Changed at the desk"
    assert Edition.objects.count() == 1


def test_the_demo_leads_to_where_the_example_has_moved_and_to_no_withdrawn_one() -> None:
    run("demo")
    event = Event.objects.get()
    Event.objects.update(slug="the-call")
    event.refresh_from_db()
    publish(event, by="ann", note="Another address.")
    assert run("demo").startswith("The example: /comparisons/the-call/\n")
    withdraw(event, by="ann", reason="An error.")
    assert run("demo").startswith("All comparisons: /\n")
    assert Event.objects.count() == 1
