"""A visitor reads earlier editions and what changed between them: on a phone and at a desk, in light and dark."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.site import serve
from tests.browser.test_reading import COMPARISON, DESK, PHONE
from tests.examples import SLUG

LOG = f"{COMPARISON}editions/"
CHANGES = f"{LOG}changes/?from=1&to=4"
AT_THE_DESK = f"""
from comparisons.models import Event
from comparisons.publishing import publish, withdraw
from comparisons.editorial.revisions import revise
event = Event.objects.get(slug="{SLUG}")
event.claims.get(slug="trade-discussed").stances.filter(position="denies").delete()
publish(event, note="The stance on trade is taken back.", by="ann")
publish(event, note="A mistake.", by="ann")
withdraw(event, reason="It was published too early.", by="ann")
event.claims.get(slug="iran-discussed").delete()
kremlin = event.accounts.get(key="kremlin-statement")
revise(kremlin, kremlin.latest.text.replace("as equals, and", "and"), captured_at="2017-02-01", note="Edited")
publish(event, note="A later text.", by="ann", unread_allowed=True)
"""


@pytest.fixture(scope="module")
def address_of_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of its own, in which the call has four editions, the third of them withdrawn."""
    with serve(tmp_path_factory.mktemp("editions")) as running:
        running.manage("shell", "--command", AT_THE_DESK)
        yield running.url


@pytest.fixture
def page(browser: Browser, address_of_site: str) -> Iterator[Page]:
    """A page of that site, on which nothing may go wrong in silence."""
    context = browser.new_context(base_url=address_of_site)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(f"error: {error}"))
    page.on("console", lambda said: problems.append(said.text) if said.type in ("error", "warning") else None)
    yield page
    context.close()
    assert problems == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_the_keyboard_leads_from_the_comparison_to_what_changed(
    browser: Browser, address_of_site: str, script: bool
) -> None:
    context = browser.new_context(base_url=address_of_site, viewport=PHONE, java_script_enabled=script)
    page = context.new_page()
    page.goto(COMPARISON)
    page.get_by_role("link", name="All editions").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{LOG}$"))
    page.get_by_label("From").focus()
    page.keyboard.press("End")
    expect(page.get_by_label("From")).to_have_value("1")
    page.keyboard.press("Tab")
    expect(page.get_by_label("To")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?from=1&to=4$"))
    expect(page.locator("h1")).to_have_text("What changed from edition 1 to edition 4")
    page.get_by_role("link", name="Was trade discussed?").click()
    expect(page.locator("#change-trade-discussed")).to_be_in_viewport()
    page.get_by_role("link", name="Edition 1", exact=True).click()
    expect(page.get_by_role("complementary", name="Which edition this is")).to_contain_text(
        "Edition 1 is not the newest."
    )
    page.get_by_role("link", name=re.compile("The newest: edition 4, ")).click()
    expect(page).to_have_url(re.compile(f"{COMPARISON}$"))
    context.close()


def test_an_earlier_edition_is_narrowed_in_place_and_stays_itself(page: Page) -> None:
    page.goto(f"{LOG}1/")
    page.evaluate("window.sameDocument = true")
    page.locator("#show-contradictions").click()
    expect(page.locator("[data-outcome]")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"/editions/1/\?show=contradictions$"))
    expect(page.locator(".which")).to_contain_text("Edition 1 is not the newest.")
    assert page.evaluate("window.sameDocument") is True
    page.go_back()
    expect(page.locator("[data-outcome]")).to_have_count(17)
    expect(page).to_have_url(re.compile("/editions/1/$"))


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("address", [LOG, f"{LOG}1/", CHANGES])
def test_what_is_touched_is_24_pixels_high(page: Page, address: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(address)
    small = page.locator(".which a, .kicker a, .log a, .changed a, .event a, select, button").evaluate_all(
        """all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 23.9)
                  .map(one => one.outerHTML)"""
    )
    assert small == []
