"""A visitor reads earlier editions and what changed between them: on a phone and at a desk, in light and dark."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.reading import COMPARISON, DESK, PHONE
from tests.browser.site import serve
from tests.examples import SLUG

LOG = f"{COMPARISON}editions/"
CHANGES = f"{LOG}changes/?from=1&to=4"
AT_THE_DESK = f"""
from comparisons.models import Event
from comparisons.publishing.publish import publish, withdraw
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
    page.get_by_role("link", name="What changed", exact=True).focus()
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
    page.get_by_role("main").get_by_role("link", name=re.compile("^Edition 1, ")).click()
    expect(page.get_by_role("complementary", name="Which edition this is")).to_contain_text(
        "Edition 1 is not the latest."
    )
    page.get_by_role("link", name=re.compile("The latest: edition 4, ")).click()
    expect(page).to_have_url(re.compile(f"{COMPARISON}$"))
    context.close()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_what_changed_is_two_clicks_from_the_comparison(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(COMPARISON)
    page.get_by_role("link", name="What changed", exact=True).click()
    page.get_by_role("link", name="All that changed from edition 2 to edition 4").click()
    expect(page).to_have_url(re.compile(r"\?from=2&to=4$"))
    expect(page.locator(".answer")).to_have_text("No outcome changed: 16 claims. 1 claim was removed.")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_eye_finds_the_answer_first(page: Page, size: ViewportSize) -> None:
    """How many outcomes changed is the largest of all, and which stands on the first screen, whole."""
    page.set_viewport_size(size)
    page.goto(CHANGES)
    expect(page.locator(".answer")).to_have_text("1 of 16 outcomes changed. 1 claim was removed.")
    outcome = page.locator("#outcome-trade-discussed").bounding_box()
    assert outcome
    assert outcome["y"] + outcome["height"] <= size["height"]
    sizes = page.locator("main :is(h1, h2, h3, p, li, dd)").evaluate_all(
        "all => all.map(one => [parseFloat(getComputedStyle(one).fontSize), one.className])"
    )
    assert max(sizes)[1] == "answer"
    assert [one for one in sizes if one[0] == max(sizes)[0]] == [max(sizes)]
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") == 0


def test_what_was_only_found_in_a_later_text_is_folded_until_it_is_asked_for(page: Page) -> None:
    page.goto(CHANGES)
    fold = page.locator("details.unchanged")
    words = fold.locator("blockquote", has_text="restoring mutually beneficial trade")
    expect(words).to_be_hidden()
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(words).to_be_visible()


@pytest.mark.parametrize("address", ["/topics/trade/", "/parties/kremlin/", "/parties/kremlin/white-house/", LOG])
@pytest.mark.parametrize("name", ["Feed", "JSON Feed"])
def test_a_feed_is_one_click_from_its_page(page: Page, address: str, name: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(address)
    link = page.get_by_role("main").get_by_role("link", name=name, exact=True)
    expect(link).to_be_visible()
    beside = COMPARISON if address == LOG else address
    assert link.get_attribute("href") == f"{beside}feed.{'json' if name == 'JSON Feed' else 'atom'}"
    answer = page.request.get(str(link.get_attribute("href")))
    assert (answer.status, "Trade" in answer.text()) == (200, True)


def test_an_earlier_edition_is_narrowed_in_place_and_stays_itself(page: Page) -> None:
    page.goto(f"{LOG}1/")
    page.evaluate("window.sameDocument = true")
    page.locator("#show-contradictions").click()
    expect(page.locator("[data-outcome]")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"/editions/1/\?show=contradictions$"))
    expect(page.locator(".which")).to_contain_text("Edition 1 is not the latest.")
    assert page.evaluate("window.sameDocument") is True
    page.go_back()
    expect(page.locator("[data-outcome]")).to_have_count(17)
    expect(page).to_have_url(re.compile("/editions/1/$"))


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("address", [LOG, f"{LOG}1/", CHANGES])
def test_what_is_touched_is_24_pixels_high(page: Page, address: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(address)
    small = page.locator(
        ".which a, .kicker a, .log a, .changed a, .event a, .unchanged summary, select, button"
    ).evaluate_all(
        """all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 23.9)
                  .map(one => one.outerHTML)"""
    )
    assert small == []
