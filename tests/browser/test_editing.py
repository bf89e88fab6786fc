"""An editor enters a comparison by hand and publishes it; a visitor reads it."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.editing import log_in, save
from tests.browser.site import Site

PARTIES = {"elysee": "Élysée", "chancellery": "Federal Chancellery"}
TEXTS = {
    "Élysée": (
        "The two leaders spoke for half an hour.\n\nThey agreed to meet “soon” 🤝 in Paris.\n\nTrade was not raised."
    ),
    "Federal Chancellery": (
        "Le Chancelier a évoqué le commerce.\n\nThey agreed to meet in Paris. The call lasted about 40 minutes."
    ),
}


def give(page: Page, party: str, position: str, quote: str) -> None:
    """From the page of a claim, what this party's account says on it; one comes back to the claim."""
    page.locator("#stances").get_by_role("link", name=f"Readout of the {party}").click()
    page.get_by_label(position, exact=True).check()
    page.locator("[name='quotes-0-exact']").fill(quote)
    save(page)
    expect(page.locator("#stances li", has_text=f"Readout of the {party}: {position}")).to_contain_text(quote)


def enter_event(page: Page) -> None:
    for slug, name in PARTIES.items():
        page.goto("/admin/comparisons/party/add/")
        page.locator("#id_name").fill(name)
        page.locator("#id_slug").fill(slug)
        save(page)
    page.goto("/admin/comparisons/topic/add/")
    page.locator("#id_name").press_sequentially("The meeting")
    save(page)
    page.goto("/admin/comparisons/event/add/")
    page.locator("#id_title").press_sequentially("Macron-Merz call")
    expect(page.locator("#id_slug")).to_have_value("macron-merz-call")
    page.locator("#id_kind").select_option("phone_call")
    page.locator("#id_date").fill("2026-11-20")
    page.locator("#id_participants").fill("Emmanuel Macron\nFriedrich Merz")
    for name in PARTIES.values():
        page.get_by_label(name, exact=True).check()
    save(page)


def enter_accounts(page: Page) -> None:
    for name, text in TEXTS.items():
        page.get_by_role("link", name="Add account").click()
        page.locator("#id_party").select_option(label=name)
        page.locator("#id_title").press_sequentially(f"Readout of the {name}")
        page.locator("#id_kind").select_option("readout")
        page.locator("#id_source").fill(name)
        page.locator("#id_text").fill(text)
        page.locator("#id_issued_at").fill("2026-11-20T18:00+01:00")
        save(page)


def enter_claims(page: Page) -> None:
    page.get_by_role("link", name="Add claim").click()
    page.locator("#id_question").press_sequentially("Was trade discussed?")
    page.locator("#id_wording").fill("Trade was discussed.")
    page.locator("#id_topic").select_option(label="The meeting")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("Now read the event's accounts for this claim.")
    give(page, "Federal Chancellery", "affirms", "a évoqué le commerce")
    page.locator("#stances").get_by_role("link", name="Readout of the Élysée").click()
    page.get_by_label("denies", exact=True).check()
    page.locator("[name='quotes-0-exact']").fill("Trade was not mentioned.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".errorlist", has_text="These words are not in the text").first).to_be_visible()
    expect(page.locator("[name='quotes-0-exact']")).to_have_value("Trade was not mentioned.")
    page.locator("[name='quotes-0-exact']").fill("Trade was not raised.")
    save(page)
    page.get_by_role("link", name="Event: ").click()

    page.get_by_role("link", name="Add claim").click()
    page.locator("#id_wording").fill("They agreed to meet in Paris.")
    page.locator("#id_slug").fill("meeting-agreed")
    page.locator("#id_topic").select_option(label="The meeting")
    page.get_by_role("button", name="Save", exact=True).click()
    give(page, "Élysée", "affirms", "agreed to meet “soon” 🤝 in Paris")
    give(page, "Federal Chancellery", "affirms", "They agreed to meet in Paris.")
    page.get_by_role("link", name="Event: ").click()

    page.get_by_role("link", name="Add claim").click()
    page.locator("#id_question").press_sequentially("How long was the call?")
    page.locator("#id_wording").fill("The call lasted this long.")
    page.locator("#id_topic").select_option(label="The meeting")
    page.locator("#id_kind").select_option("quantity")
    page.locator("#id_unit").fill("minutes")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("#stances").get_by_role("link", name="Readout of the Federal Chancellery").click()
    page.get_by_label("affirms", exact=True).check()
    page.locator("[name='quotes-0-exact']").fill("about 40 minutes")
    for field, given in {"low": "35", "high": "45", "value": "about 40 minutes"}.items():
        page.locator(f"[name={field}]").fill(given)
    save(page)
    page.get_by_role("link", name="Event: ").click()


@pytest.fixture(scope="module")
def journey(browser: Browser, site: Site) -> str:
    """The address of the comparison that an editor entered from nothing and published."""
    context = browser.new_context(base_url=site.url)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    log_in(page, site)
    enter_event(page)
    enter_accounts(page)
    enter_claims(page)
    page.get_by_role("link", name="Preview").click()
    expect(page.get_by_text("It is not published")).to_be_visible()
    visitor = browser.new_context(base_url=site.url).new_page()
    answer = visitor.goto("/comparisons/macron-merz-call/")
    assert answer
    assert answer.status == 404
    page.go_back()
    page.get_by_role("link", name="Publish", exact=True).click()
    expect(page.locator("#unread").get_by_text("How long was the call?").first).to_be_visible()
    page.get_by_role("button", name="Read again: it stands").click()
    expect(page.locator(".messagelist")).to_contain_text("Read again, it stands")
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".messagelist")).to_contain_text("Edition 1 is published")
    # The quote that is not in the text is refused, which Chromium tells as well.
    assert [problem for problem in problems if "422 (Unprocessable" not in problem] == []
    context.close()
    return "/comparisons/macron-merz-call/"


def test_a_visitor_reads_what_an_editor_entered_by_hand(page: Page, journey: str) -> None:
    page.goto(journey)
    expect(page.get_by_role("heading", level=1)).to_have_text("Macron-Merz call")
    trade = page.locator("#claim-was-trade-discussed")
    expect(trade).to_have_attribute("data-outcome", "contradiction")
    expect(trade).to_contain_text("Federal Chancellery said so; the Élysée denied it")
    meeting = page.locator("#claim-meeting-agreed")
    expect(meeting).to_have_attribute("data-outcome", "agreement")
    expect(meeting.locator("blockquote").first).to_have_text("agreed to meet “soon” 🤝 in Paris")
    length = page.locator("#claim-how-long-was-the-call")
    expect(length).to_have_attribute("data-outcome", "single_source")
    expect(length).to_have_attribute("data-flags", "provisional")
    expect(length).to_contain_text("35–45 minutes")


def test_verify_finds_nothing_wrong_with_what_was_entered(site: Site, journey: str) -> None:
    assert "No fault" in site.manage("verify")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_editors_screens(browser: Browser, site: Site, journey: str, scheme: str) -> None:
    context = browser.new_context(base_url=site.url, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    log_in(page, site)
    page.goto("/admin/comparisons/event/")
    page.get_by_role("link", name="Macron-Merz call").click()
    expect(page).to_have_url(re.compile(r"/change/$"))
    event = page.url
    addresses = [event, f"{event}../publish/", f"{event}../withdraw/", "/admin/", "/admin/comparisons/claim/"]
    claim = page.get_by_role("link", name="Was trade discussed?").first.get_attribute("href")
    account = page.get_by_role("link", name="Readout of the Élysée").first.get_attribute("href")
    for address in (*addresses, str(claim), str(account), "/admin/comparisons/event/add/"):
        page.goto(address)
        results = Axe().run(page, options={"resultTypes": ["violations"]})
        assert results.violations_count == 0, f"{address}\n{results.generate_report()}"
    context.close()
