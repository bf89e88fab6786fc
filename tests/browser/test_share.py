"""A reader takes something along: a link, a citation, the words at their source."""

import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from comparisons.sharing.text_fragments import text_fragment_url
from tests.browser.reading import COMPARISON, DESK, pasted
from tests.browser.site import Site

TRADE = f"{COMPARISON}claims/trade-discussed/"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
WHAT_WAS_SHARED = "navigator.share = async (what) => { window.shared = what; }"


def named(word: str, what: str) -> re.Pattern[str]:
    """The name of a button that shows the word, and says what for."""
    return re.compile(rf"^{word}\s*: {re.escape(what)}$")


def bar(page: Page, part: str) -> None:
    """Open a part of the bar at the foot of the page."""
    page.locator(".share > details > summary", has_text=re.compile(f"^{part}$")).click()


def test_one_press_copies_the_link_with_what_was_chosen(page: Page, site: Site) -> None:
    page.goto(COMPARISON)
    page.locator("#show-contradictions").click()
    expect(page.locator("article[data-outcome]")).to_have_count(1)
    bar(page, "Share")
    button = page.get_by_role("button", name=named("Copy", "link to the latest edition"))
    button.click()
    expect(page.locator("#announcement")).to_have_text("Copied: link to the latest edition")
    assert pasted(page) == f"{site.url}{COMPARISON}?show=contradictions"
    expect(page.get_by_role("button", name=named("Copied", "link to the latest edition"))).to_be_visible()
    expect(button).to_be_visible()
    page.get_by_role("button", name=named("Copy", "link to edition 1")).click()
    expect(page.locator("#announcement")).to_have_text("Copied: link to edition 1")
    assert pasted(page) == f"{site.url}{COMPARISON}editions/1/?show=contradictions"


@pytest.mark.parametrize("form", ["Plain", "APA", "Chicago", "BibTeX", "RIS", "Wikipedia"])
def test_one_press_copies_a_citation_as_it_is(page: Page, site: Site, form: str) -> None:
    page.goto(TRADE)
    bar(page, "Cite")
    page.get_by_role("button", name=named("Copy", form)).press("Enter")
    expect(page.locator("#announcement")).to_have_text(f"Copied: {form}")
    shown = page.locator(".citations > div", has=page.get_by_text(form, exact=True)).locator("pre")
    assert pasted(page) == shown.text_content()
    assert f"{site.url}{COMPARISON}editions/1/claims/trade-discussed/" in pasted(page)


def test_without_a_clipboard_the_words_are_copied_as_by_hand(page: Page) -> None:
    page.add_init_script(NO_CLIPBOARD)
    page.goto(TRADE)
    bar(page, "Cite")
    page.get_by_role("button", name=named("Copy", "Plain")).press("Enter")
    expect(page.locator("#announcement")).to_have_text("Copied: Plain")
    expect(page.get_by_role("button", name=named("Copied", "Plain"))).to_be_focused()
    assert pasted(page).startswith("Counterpoint: “")


def test_where_copying_is_not_allowed_the_words_are_selected(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject()}})")
    page.goto(TRADE)
    bar(page, "Cite")
    page.get_by_role("button", name=named("Copy", "Plain")).click()
    page.wait_for_function("getSelection().toString().startsWith('Counterpoint: “')")
    page.goto(f"{COMPARISON}embed/")
    page.get_by_role("button", name=named("Copy", "HTML")).click()
    code = page.get_by_label("HTML", exact=True)
    page.wait_for_function("document.activeElement.selectionEnd > 0")
    expect(code).to_be_focused()
    assert code.evaluate("field => [field.selectionStart, field.selectionEnd]") == [0, len(code.input_value())]


def test_the_devices_own_way_of_sharing_gets_the_link(page: Page, site: Site) -> None:
    page.goto(COMPARISON)
    expect(page.locator(".send").first).to_be_hidden()
    page.add_init_script(WHAT_WAS_SHARED)
    page.goto(f"{COMPARISON}?topic=trade")
    bar(page, "Share")
    page.get_by_role("button", name=named("Share", "link to the latest edition")).click()
    shared = page.wait_for_function("window.shared").json_value()
    assert shared == {"title": page.title(), "url": f"{site.url}{COMPARISON}?topic=trade"}


def test_a_claim_and_a_quote_are_shared_by_the_claims_own_page(page: Page, site: Site) -> None:
    page.goto(TRADE)
    page.get_by_role("button", name=named("Copy link", "link to the latest edition")).press("Enter")
    expect(page.locator("#announcement")).to_have_text("Copied: link to the latest edition")
    assert pasted(page) == f"{site.url}{TRADE}"
    quote = page.locator(".quote").first
    quote.locator("summary").click()
    quote.get_by_role("link", name="Permanent link to edition 1").click()
    expect(page).to_have_url(re.compile(r"/editions/1/claims/trade-discussed/#quote-trade-discussed\."))
    expect(page.locator(":target blockquote")).to_be_in_viewport()


def test_one_press_copies_a_quote_with_its_citation(page: Page, site: Site) -> None:
    page.goto(TRADE)
    page.get_by_role("button", name=named("Copy quote", "quote from Kremlin statement on the call")).press("Enter")
    expect(page.locator("#announcement")).to_have_text("Copied: quote from Kremlin statement on the call")
    words, cited = pasted(page).split("\n")
    assert words.startswith("“restoring mutually beneficial trade and economic ties")
    assert "The Kremlin, “Kremlin statement on the call”, 28 January 2017" in words
    assert cited.endswith(
        f" {site.url}{COMPARISON}editions/1/claims/trade-discussed/#quote-trade-discussed.kremlin-statement.1"
    )
    page.goto(cited.rpartition(" ")[2])
    expect(page.locator(":target blockquote")).to_be_in_viewport()
    expect(page.locator(":target blockquote mark")).to_have_text(re.compile("^restoring mutually beneficial trade"))


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize(
    ("button", "words"),
    [
        (named("Copy quote", "quote from Kremlin statement on the call"), "“restoring mutually beneficial trade"),
        (
            named("Copy with citation", "the sentence, with its citation"),
            "“The Kremlin said so; the White House, accor",
        ),
    ],
)
def test_words_with_their_citation_are_copied_with_two_presses_from_the_comparison(
    page: Page, site: Site, width: int, button: re.Pattern[str], words: str
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(COMPARISON)
    page.locator(f"#claim-trade-discussed h4 a[href='{TRADE}']").click()
    page.get_by_role("button", name=button).click()
    expect(page.locator("#announcement")).to_have_text(re.compile("^Copied: "))
    assert pasted(page).startswith(words)
    assert f"{site.url}{COMPARISON}editions/1/claims/trade-discussed/" in pasted(page)


def test_where_a_quote_may_not_be_copied_it_is_opened_and_selected(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject()}})")
    page.goto(TRADE)
    page.get_by_role("button", name="Copy quote").first.click()
    page.wait_for_function("getSelection().toString().startsWith('“restoring')")
    expect(page.locator(".as-cited").first).to_be_visible()


def test_a_link_to_the_citation_opens_it(page: Page) -> None:
    page.goto(f"{TRADE}#cite")
    expect(page.locator(".citations pre").first).to_be_in_viewport()


def test_without_javascript_links_are_links_and_no_button_is_dead(plain_page: Page) -> None:
    plain_page.goto(TRADE)
    for part, shown in (("Share", ".share .address a"), ("Cite", ".citations pre"), ("Data", "#data ~ .ways a")):
        bar(plain_page, part)
        expect(plain_page.locator(shown).first).to_be_visible()
    plain_page.locator(".quote summary").first.click()
    expect(plain_page.locator(".as-cited").first).to_be_visible()
    assert plain_page.locator("button:visible").count() == 0


class Quietly(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A source's own site: its address, and the folder of its pages."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quietly, directory=str(tmp_path))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", tmp_path
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    "words", ["trade ties", "links in commerce\nwere of use — to «обе стороны»", "the second trade, and sanctions"]
)
def test_chromium_goes_to_the_very_words_at_the_source(
    browser: Browser, elsewhere: tuple[str, Path], words: str
) -> None:
    address, folder = elsewhere
    filler = ["Nothing of note was said here."] * 200
    lines = ["Of trade, first.", *filler, *f"They spoke of {words} then.".split("\n"), *filler]
    text = "\n".join(lines)
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    (folder / "call.html").write_text(f"<!doctype html><meta charset=utf-8><title>Call</title>{paragraphs}")
    page = browser.new_page(viewport=DESK)
    start = text.index(words)
    page.goto(text_fragment_url(f"{address}/call.html", text, start, start + len(words)))
    expect(page.get_by_text("They spoke of")).to_be_in_viewport()
    assert page.evaluate("window.scrollY") > 0
    page.close()


@pytest.mark.parametrize("words", ["trade", "Moscow", "talks on trade in Moscow’s old hotel, and on all else"])
def test_chromium_tells_parallel_paragraphs_apart(browser: Browser, elsewhere: tuple[str, Path], words: str) -> None:
    address, folder = elsewhere
    said = "said that the two had agreed to go on with their talks on trade in Moscow’s old hotel, and on all else."
    names = ["Lavrov", "Rubio", "Ushakov"]
    lines = [line for name in names for line in [f"{name} {said}", *["Nothing of note was said here."] * 100]]
    text = "\n".join(lines)
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    (folder / "call.html").write_text(f"<!doctype html><meta charset=utf-8><title>Call</title>{paragraphs}")
    page = browser.new_page(viewport=DESK)
    start = text.index(words, text.index("Rubio"))
    page.goto(text_fragment_url(f"{address}/call.html", text, start, start + len(words)))
    expect(page.get_by_text("Rubio said")).to_be_in_viewport()
    page.close()
