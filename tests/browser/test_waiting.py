"""What takes longer than a second says so, and what did not come says that too; nothing that was there is lost."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.editing import log_in
from tests.browser.reading import COMPARISON, assert_no_sideways_scroll, assert_nothing_wrong, claims, follow_a_family
from tests.browser.site import Site

UNREACHABLE = "The site could not be reached, so nothing has changed here."
REFUSED = "The site did not give what was asked for, so nothing has changed here."


@pytest.fixture
def context(browser: Browser, site: Site) -> Iterator[BrowserContext]:
    """A context in which the console may say what failed."""
    context = browser.new_context(base_url=site.url, service_workers="block")
    yield context
    context.close()


@pytest.fixture
def tried(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto(COMPARISON)
    return page


def hold(page: Page, address: re.Pattern[str], method: str = "GET") -> list[Route]:
    """Requests for this address wait until the test lets them go."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route) if route.request.method == method else route.continue_()

    page.route(address, keep)
    return held


def test_a_filter_that_takes_long_says_so_and_then_shows_its_claims(tried: Page) -> None:
    held = hold(tried, re.compile("show=open"))
    follow_a_family(tried, "open")
    expect(tried.locator("#claims")).to_have_attribute("aria-busy", "true")
    expect(tried.locator("#waiting")).to_be_empty()
    expect(tried.locator("#waiting progress")).to_be_visible()
    expect(tried.locator("#waiting")).to_contain_text("Loading…")
    expect(tried.get_by_role("status")).to_have_text("Loading…")
    assert_nothing_wrong(tried)
    held[0].continue_()
    expect(tried.locator("[data-outcome]")).to_have_count(1)
    expect(tried.locator("#waiting")).to_be_empty()
    expect(tried.get_by_role("status")).to_contain_text("1 of 17")
    expect(tried.locator("#claims")).not_to_have_attribute("aria-busy", "true")


def test_a_filter_that_is_quick_shows_nothing_of_it(tried: Page) -> None:
    tried.evaluate(
        """() => {
            window.seen = 0;
            new MutationObserver(() => { window.seen += 1; })
                .observe(document.getElementById("waiting"), { childList: true });
        }"""
    )
    follow_a_family(tried, "open")
    expect(tried.locator("[data-outcome]")).to_have_count(1)
    tried.wait_for_timeout(1300)
    assert tried.evaluate("window.seen") == 0


def test_the_line_stands_still_where_less_motion_is_asked_for(browser: Browser, site: Site) -> None:
    for motion, name in (("reduce", "none"), ("no-preference", "waiting")):
        context = browser.new_context(base_url=site.url, reduced_motion=motion, service_workers="block")  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(COMPARISON)
        hold(page, re.compile("show=open"))
        follow_a_family(page, "open")
        bar = page.locator("#waiting progress")
        expect(bar).to_be_visible()
        assert bar.evaluate("one => getComputedStyle(one).animationName") == name
        context.close()


@pytest.mark.parametrize(("status", "words"), [(None, UNREACHABLE), (500, REFUSED), (404, REFUSED), (410, REFUSED)])
def test_what_did_not_come_is_reported_and_the_page_stays_as_it_was(
    tried: Page, status: int | None, words: str
) -> None:
    tried.set_viewport_size({"width": 360, "height": 740})
    before = claims(tried)

    def fail(route: Route) -> None:
        if route.request.headers.get("hx-request") != "true":
            route.continue_()
        elif status is None:
            route.abort()
        else:
            route.fulfill(status=status, body="<p>not this</p>")

    tried.route(re.compile("show=contradictions"), fail)
    follow_a_family(tried, "contradictions")
    expect(tried.locator("#waiting")).to_contain_text(words)
    expect(tried.locator("#waiting")).to_be_in_viewport()
    expect(tried.get_by_role("status")).to_have_text(words)
    assert claims(tried) == before
    expect(tried).to_have_url(re.compile(f"{COMPARISON}$"))
    expect(tried.locator("#claims")).not_to_have_attribute("aria-busy", "true")
    assert_no_sideways_scroll(tried)
    assert_nothing_wrong(tried)
    tried.get_by_role("link", name="Open it as a page").click()
    expect(tried.locator("[data-outcome]")).to_have_count(1)
    expect(tried).to_have_url(re.compile(r"\?show=contradictions$"))
    expect(tried.locator("#waiting")).to_be_empty()


def test_the_next_answer_takes_the_message_away(context: BrowserContext, tried: Page) -> None:
    context.set_offline(True)
    follow_a_family(tried, "open")
    expect(tried.locator("#waiting")).to_contain_text(UNREACHABLE)
    context.set_offline(False)
    follow_a_family(tried, "open")
    expect(tried.locator("[data-outcome]")).to_have_count(1)
    expect(tried.locator("#waiting")).to_be_empty()
    expect(tried.get_by_role("status")).to_contain_text("1 of 17")


def test_words_that_are_followed_through_the_texts_say_so_too(context: BrowserContext, tried: Page) -> None:
    tried.goto(f"{COMPARISON}texts/")
    context.set_offline(True)
    tried.locator(".words a").first.click()
    expect(tried.locator("#waiting")).to_contain_text(UNREACHABLE)


# Playwright looks at no page that is about to be left, so the page itself tells what it shows.
TELLING = """delay => {
    const told = () => {
        const status = document.querySelector(".waiting[role='status']");
        console.log(status ? `${status.textContent} ${status.querySelectorAll("progress").length}` : "none");
    };
    new MutationObserver(told).observe(document.body, { childList: true, subtree: true });
    if (delay) setTimeout(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })), delay);
}"""


@pytest.fixture
def editors(browser: Browser, own_site: Site) -> Iterator[Page]:
    """A page on which a topic is about to be saved."""
    context = browser.new_context(base_url=own_site.url, service_workers="block")
    page = context.new_page()
    log_in(page, own_site)
    page.goto("/admin/comparisons/topic/add/")
    page.locator("#id_name").fill("Weather")
    yield page
    context.close()


def wait_until_told(page: Page, told: list[str], words: str) -> None:
    for _time in range(50):
        if words in told:
            return
        page.wait_for_timeout(100)
    raise AssertionError(told)


def test_a_form_of_the_desk_that_takes_long_says_so_and_is_sent_with_what_was_pressed(editors: Page) -> None:
    told: list[str] = []
    editors.locator("#id_slug").fill("weather")
    held = hold(editors, re.compile("/topic/add/"), "POST")
    editors.evaluate(TELLING, 0)
    editors.on("console", lambda said: told.append(said.text))
    editors.get_by_role("button", name="Save and add another").click(no_wait_after=True)
    wait_until_told(editors, told, "Working… 1")
    assert told == [" 0", "Working… 1"]
    assert "_addanother" in str(held[0].request.post_data)
    held[0].continue_()
    expect(editors.locator(".messagelist .success")).to_be_visible()
    expect(editors.locator(".waiting")).to_have_count(0)


def test_a_form_of_the_desk_that_comes_back_as_it_was_left_says_nothing(editors: Page) -> None:
    told: list[str] = []
    editors.locator("#id_slug").fill("weather-again")
    hold(editors, re.compile("/topic/add/"), "POST")
    editors.evaluate(TELLING, 2000)
    editors.on("console", lambda said: told.append(said.text))
    editors.get_by_role("button", name="Save", exact=True).click(no_wait_after=True)
    wait_until_told(editors, told, "none")
    assert "Working… 1" in told
