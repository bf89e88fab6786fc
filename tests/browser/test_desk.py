"""The desk by mouse and keyboard, in a real browser: offsets, keys, undo, and the whole example entered by hand."""

import json
from typing import Any
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.desk_by_hand import Hands
from tests.browser.editing import accounts_of, enter, log_in, open_desk
from tests.browser.site import Site
from tests.examples import EXAMPLE, SLUG
from tests.factories import raw_event

POSITION_KEYS = {"affirms": "a", "affirms_in_part": "p", "denies": "d"}


@pytest.fixture
def document() -> dict[str, Any]:
    example: dict[str, Any] = json.loads(EXAMPLE.read_text())
    return example


def test_the_example_is_entered_from_its_texts_and_comes_out_as_it_was_shipped(
    browser: Browser, own_site: Site, document: dict[str, Any]
) -> None:
    site = own_site
    page = open_desk(browser, site, enter(site, raw_event("entered-by-hand")))
    hands = Hands(page)
    numbers = accounts_of(page)
    titles = {account["id"]: account["title"] for account in document["accounts"]}
    topics = {topic["slug"]: topic["name"] for topic in document["topics"]}
    for claim in document["claims"]:
        spoken = [stance for stance in claim["stances"] if stance["position"] != "silent"]
        for place, stance in enumerate(spoken):
            (quote,) = stance["quotes"]
            source = numbers[titles[quote.get("account", stance["account"])]]
            hands.drag_over(source, quote["exact"])
            if stance["basis"] == "reported":
                page.locator("#whose").select_option(numbers[titles[stance["account"]]])
                expect(page.locator("#panel-heading")).to_have_text(titles[stance["account"]])
            if place == 0:
                page.locator("#panel [name=claim]").fill(claim["wording"])
                page.locator("#panel [name=topic]").fill(topics[claim["topic"]])
                page.locator("#panel [name=question]").fill(claim["question"])
                page.locator("#panel [name=unit]").fill(claim["unit"])
            else:
                expect(page.locator("#panel [name=claim]")).to_have_value(claim["question"])
            page.locator(f"#panel [name=position][value={stance['position']}]").check()
            if "low" in stance:
                page.locator("#panel summary", has_text="Value, of a quantity").click()
                for key in ("low", "high", "value"):
                    page.locator(f"#panel [name={key}]").fill(str(stance[key]))
            if stance.get("note"):
                page.locator("#panel [name=note]").fill(stance["note"])
            page.locator("#panel input[type=submit]").click()
            hands.saved()
    for row in page.locator("tbody tr").all():
        for account in ("white-house-statement", "white-house-official", "kremlin-statement"):
            cell = row.locator(f"a.cell[data-account='{numbers[titles[account]]}']")
            if cell.get_attribute("data-position") == "not_reviewed":
                cell.focus()
                hands.press("s")
                expect(cell).to_have_attribute("data-position", "silent")
    page.get_by_role("link", name="Back to the event").click()
    page.get_by_role("link", name="Publish", exact=True).click()
    page.get_by_role("button", name="Read again: it stands").click()
    expect(page.locator(".messagelist")).to_contain_text("it stands: “Was trade discussed?”")
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".messagelist")).to_contain_text("Edition 1 is published")

    by_hand, shipped = (json.load(urlopen(f"{site.url}/comparisons/{slug}.json")) for slug in ("entered-by-hand", SLUG))
    assert len(by_hand["claims"]) == 17
    for made, meant in zip(by_hand["claims"], shipped["claims"], strict=True):
        for key in ("question", "wording", "kind", "unit", "outcome", "flags", "caveats", "positions"):
            assert made[key] == meant[key], (meant["slug"], key)
        for one, other in zip(made["stances"], meant["stances"], strict=True):
            same = {"account", "position", "basis", "low", "high", "value", "note", "quotes"}
            assert {key: one[key] for key in same} == {key: other[key] for key in same}
    assert "No fault" in site.manage("verify")


def test_two_readouts_and_ten_claims_take_under_sixty_interactions(browser: Browser, own_site: Site) -> None:
    document = raw_event("ten-claims")
    document["accounts"] = [document["accounts"][0], document["accounts"][2]]
    page = open_desk(browser, own_site, enter(own_site, document))
    hands = Hands(page)
    white_house, kremlin = (str(text.get_attribute("data-account")) for text in page.locator(".text").all())
    words = {
        "They spoke of a start.": ("a significant start", "a willingness"),
        "They spoke of relations.": ("improving the relationship", "develop Russian-American cooperation"),
        "They spoke of repair.": ("in need of repair", "restoring"),
        "They spoke of topics.": ("a range in topics", "trade and economic ties"),
        "They spoke of cooperation.": ("mutual cooperation", "work actively together"),
        "They spoke of ISIS.": ("defeating ISIS", "destroy IS"),
        "They spoke of efforts.": ("efforts in working together", "real coordination"),
        "They spoke of peace.": ("more peace", "stabilise"),
        "They spoke of the world.": ("throughout the world", "the two countries"),
        "They spoke of Syria.": ("including Syria", "terrorist groupings in Syria"),
    }
    for claim, (first, second) in words.items():
        hands.drag_over(white_house, first)
        hands.type(claim)
        if first == "a significant start":
            hands.press("Tab")
            hands.press("Tab")
            hands.type("The call")
        hands.press("Enter")
        hands.saved()
        hands.drag_over(kremlin, second)
        hands.press("Enter")
        hands.saved()
    expect(page.locator("tbody tr")).to_have_count(10)
    expect(page.locator("td[data-outcome=agreement]")).to_have_count(10)
    assert hands.count < 60
    print(f"{hands.count} interactions")


def test_offsets_are_code_points_with_emoji_accents_and_russian(browser: Browser, own_site: Site) -> None:
    document = raw_event("scripts")
    text = "😀 Ещё раз: é — e\u0301 — 🇫🇷\n\nПутин сказал 👩‍👩‍👧‍👦 «да».\n\u200fשלום\u200f конец 😀 раз"
    document["accounts"] = [{**document["accounts"][2], "revisions": [{"text": text}]}]
    page = open_desk(browser, own_site, enter(own_site, document))
    hands = Hands(page)
    (number,) = accounts_of(page).values()
    for count, words in enumerate(["Ещё раз", "e\u0301 — 🇫🇷", "👩‍👩‍👧‍👦 «да»", "конец 😀 раз"], start=1):
        hands.drag_over(number, words)
        assert page.locator("#panel [name='quotes-0-exact']").input_value() == words
        assert page.locator("#panel [name='quotes-0-start']").input_value() == str(text.index(words))
        page.locator("#panel [name=claim]").fill(f"Claim {count}")
        page.locator("#panel [name=topic]").fill("Words")
        page.locator("#panel input[type=submit]").click()
        hands.saved()
    assert page.locator(".text").text_content() == text
    assert "No fault" in own_site.manage("verify")


def test_keys_move_through_the_grid_read_undo_and_close(browser: Browser, own_site: Site) -> None:
    document = {**json.loads(EXAMPLE.read_text()), "claims": json.loads(EXAMPLE.read_text())["claims"][:3]}
    document["event"] = {**document["event"], "slug": "keys"}
    for claim in document["claims"]:
        claim["stances"] = [stance for stance in claim["stances"] if stance["position"] != "silent"]
    page = open_desk(browser, own_site, enter(own_site, document))
    first = page.locator("a.cell").first
    first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    focused = page.locator("a.cell:focus")
    expect(focused).to_have_attribute("data-position", "not_reviewed")
    page.keyboard.press("s")
    expect(page.locator("a.cell").nth(1)).to_have_attribute("data-position", "silent")
    expect(page.locator("a.cell").nth(1)).to_be_focused()
    expect(page.get_by_role("status").first).to_contain_text("Saved")
    page.keyboard.press("u")
    expect(page.locator("a.cell").nth(1)).to_have_attribute("data-position", "not_reviewed")
    page.locator("a.cell").nth(2).focus()
    page.keyboard.press("d")
    expect(page.locator("#panel [name=position][value=denies]")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#panel.open")).to_have_count(0)
    expect(page.locator("a.cell").nth(2)).to_be_focused()
    page.keyboard.press("Delete")
    expect(page.locator("a.cell").nth(2)).to_have_attribute("data-position", "not_reviewed")
    expect(
        page.locator("#row-" + str(page.locator("a.cell").first.get_attribute("data-claim"))[1:] + " .outcome")
    ).not_to_have_text("Contradiction")


def test_the_desk_works_without_javascript(browser: Browser, own_site: Site) -> None:
    event = enter(own_site, {**json.loads(EXAMPLE.read_text()), "event": {**raw_event("plain")["event"]}})
    page = browser.new_context(base_url=own_site.url, java_script_enabled=False).new_page()
    log_in(page, own_site)
    page.goto(f"/admin/comparisons/event/{event}/desk/")
    page.locator("a.cell[data-position=silent]").first.click()
    page.locator("[name=position][value=affirms]").check()
    page.locator("[name='quotes-0-exact']").fill("Putin brought up several times")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".messagelist")).to_contain_text("Saved")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".messagelist")).to_contain_text("Saved")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_the_desk_and_nothing_scrolls_sideways(
    browser: Browser, own_site: Site, scheme: str
) -> None:
    event = enter(own_site, {**json.loads(EXAMPLE.read_text()), "event": {**raw_event(f"axe-{scheme}")["event"]}})
    page = browser.new_context(base_url=own_site.url, color_scheme=scheme).new_page()  # type: ignore[arg-type]
    log_in(page, own_site)
    page.goto(f"/admin/comparisons/event/{event}/desk/")
    page.locator("a.cell").first.click()
    expect(page.locator("#panel.open")).to_be_visible()
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width
    results = Axe().run(page, options={"resultTypes": ["violations"]})
    assert results.violations_count == 0, results.generate_report()
