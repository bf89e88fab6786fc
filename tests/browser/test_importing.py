"""An editor pastes a text, sees what was found, and saves it; documents go up and come down."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.editing import log_in, save
from tests.browser.site import Site
from tests.examples import EXAMPLE, SLUG

TEXT = "Стороны обсудили торговлю 🤝, и это было важно.\n\nБыло сказано и о Сирии."


@pytest.fixture
def desk(browser: Browser, site: Site) -> Iterator[Page]:
    context = browser.new_context(base_url=site.url)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    log_in(page, site)
    yield page
    assert problems == []
    context.close()


def open_event(page: Page) -> None:
    page.goto("/admin/comparisons/event/?q=" + SLUG)
    page.locator("#result_list tbody th a").first.click()


def has_no_fault(page: Page) -> None:
    results = Axe().run(page, options={"resultTypes": ["violations"]})
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"


def test_a_pasted_text_is_corrected_and_becomes_an_account(desk: Page, site: Site) -> None:
    open_event(desk)
    event = desk.url
    desk.get_by_role("link", name="Import a text").click()
    has_no_fault(desk)
    desk.get_by_label("Address").fill("file:///etc/passwd")
    desk.get_by_role("button", name="Show what is found").click()
    expect(desk.locator(".errorlist")).to_have_text("Only addresses that begin with http:// or https:// are fetched.")
    expect(desk.get_by_label("Address")).to_have_value("file:///etc/passwd")
    has_no_fault(desk)
    desk.get_by_label("Address").fill("")
    desk.get_by_label("Text").fill(TEXT)
    desk.get_by_role("button", name="Show what is found").click()
    expect(desk.get_by_role("heading", name="This is what was found. Nothing is saved yet.")).to_be_visible()
    expect(desk.locator("#id_text")).to_have_value(TEXT)
    expect(desk.locator("#id_language")).to_have_value("ru")
    has_no_fault(desk)
    desk.locator("#id_title").press_sequentially("Readout in Russian")
    expect(desk.locator("#id_key")).to_have_value("readout-in-russian")
    desk.locator("#id_kind").select_option("readout")
    desk.locator("#id_source").fill("Kremlin")
    save(desk)
    assert desk.url == event.partition("?")[0]
    expect(desk.locator("#steps").get_by_role("link", name="Readout in Russian").first).to_be_visible()
    # Other tests of this site find the event as it was.
    delete = "from comparisons.models import Account; Account.objects.get(key='readout-in-russian').delete()"
    site.manage("shell", "-c", delete)


def test_a_document_goes_up_with_its_faults_reported_and_comes_down(desk: Page, tmp_path: Path) -> None:
    desk.goto("/admin/comparisons/event/")
    has_no_fault(desk)
    desk.get_by_role("link", name="Upload a comparison/1 document").click()
    has_no_fault(desk)
    broken = tmp_path / "broken.json"
    broken.write_text(EXAMPLE.read_text().replace('"phone_call"', '"telepathy"'))
    desk.get_by_label("Document").set_input_files(broken)
    desk.get_by_role("button", name="Upload").click()
    expect(desk.get_by_role("alert")).to_contain_text("event.kind")
    has_no_fault(desk)
    open_event(desk)
    with desk.expect_download() as download:
        desk.get_by_role("link", name="Download as comparison/1").click()
    assert download.value.suggested_filename == f"{SLUG}.json"
    assert f'"slug": "{SLUG}"' in download.value.path().read_text()
