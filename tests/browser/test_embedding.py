"""A comparison in pages of another origin: it shows there, follows its height, and nothing else of the site does."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Literal
from urllib.request import urlopen
from xml.etree import ElementTree

import pytest
from micawber import Provider, ProviderRegistry
from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.reading import COMPARISON, DESK, PHONE, assert_no_sideways_scroll, assert_nothing_wrong
from tests.browser.site import Site
from tests.examples import SLUG

EMBED = f"/embed/{SLUG}/"
CLAIM = f"{EMBED}?claim=trade-discussed"
PANEL = f"{COMPARISON}embed/"
LIGHT, DARK = "rgb(251, 250, 247)", "rgb(20, 22, 26)"
NARROW = {"width": 280, "height": 600}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def other_origin(directory: Path) -> Iterator[str]:
    """Another site on this machine, with the files of this directory."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(directory)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture
def newspaper(tmp_path: Path) -> Iterator[Any]:
    """Makes a page of another origin with this in it, and gives its address."""
    with other_origin(tmp_path) as address:

        def article(code: str) -> str:
            head = '<meta charset="utf-8"><title>News</title><link rel="icon" href="data:,">'
            page = f'<!doctype html><html lang="en">{head}<h1>News</h1>{code}<p>End.</p>'
            (tmp_path / "article.html").write_text(page)
            (tmp_path / "other.html").write_text(f"<!doctype html>{head}")
            return f"{address}/article.html"

        yield article


def code_from_the_panel(page: Page, query: str = "") -> str:
    page.goto(PANEL + query)
    return page.get_by_label("HTML").input_value()


def framed(page: Page, number: int = 0) -> Frame:
    element = page.locator("iframe").nth(number).element_handle()
    frame = element.content_frame()
    assert frame
    return frame


def inner_height(page: Page) -> int:
    height: int = framed(page).evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)")
    return height


def test_the_code_shows_the_comparison_in_a_page_of_another_origin_as_high_as_it_is(page: Page, newspaper: Any) -> None:
    page.goto(newspaper(code_from_the_panel(page, "?what=claim-trade-discussed")))
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", name="Was trade discussed?")).to_be_visible()
    expect(frame.locator("blockquote").first).to_contain_text("restoring mutually beneficial")
    for width in (1000, 360):
        page.set_viewport_size({"width": width, "height": 700})
        page.wait_for_function("document.querySelector('iframe').style.height")
        expect(page.locator("iframe")).to_have_css("height", f"{inner_height(page)}px")
    assert not page.context.cookies()


def test_the_height_follows_what_is_unfolded_and_folded_again(page: Page, newspaper: Any) -> None:
    page.goto(newspaper(code_from_the_panel(page)))
    said = page.frame_locator("iframe").locator(".said").first
    expect(page.locator("iframe")).to_have_css("height", re.compile(r"[1-9]\d{3}px"))
    before = inner_height(page)
    said.locator("summary").first.click()
    expect(said.locator("blockquote").first).to_be_visible()
    assert inner_height(page) > before
    expect(page.locator("iframe")).to_have_css("height", f"{inner_height(page)}px")
    said.locator("summary").first.click()
    expect(page.locator("iframe")).to_have_css("height", f"{before}px")


def test_a_script_that_comes_late_learns_the_height_as_well(page: Page, site: Site, newspaper: Any) -> None:
    page.goto(newspaper(f'<iframe src="{site.url}{CLAIM}" title="x" width="100%" height="90"></iframe>'))
    expect(page.frame_locator("iframe").locator("blockquote").first).to_be_visible()
    expect(page.locator("iframe")).to_have_css("height", "90px")
    page.add_script_tag(url=f"{site.url}/embed.js")
    expect(page.locator("iframe")).to_have_css("height", f"{inner_height(page)}px")


def test_each_of_several_frames_gets_its_own_height(page: Page, site: Site, newspaper: Any) -> None:
    frames = "".join(f'<iframe src="{site.url}{source}" title="x" height="90"></iframe>' for source in (EMBED, CLAIM))
    page.goto(newspaper(f'{frames}<script src="{site.url}/embed.js" async></script>'))
    for number, frame in enumerate((framed(page), framed(page, 1))):
        expect(page.locator("iframe").nth(number)).not_to_have_css("height", "90px")
        page.locator("iframe").nth(number).scroll_into_view_if_needed()
        height = frame.evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)")
        expect(page.locator("iframe").nth(number)).to_have_css("height", f"{height}px")


def test_the_script_hears_the_frames_of_its_own_site_alone(page: Page, site: Site, newspaper: Any) -> None:
    frame = f'<iframe src="{site.url}{CLAIM}" title="x" height="90"></iframe>'
    article = newspaper(f'{frame}<script src="{site.url}/embed.js"></script>')
    page.goto(article)
    expect(page.locator("iframe")).to_have_css("height", f"{inner_height(page)}px")
    own = inner_height(page)
    tell = "parent.postMessage({counterpoint: {height: %s}}, '*')"
    for height in ("'700'", "-1", "1e9", "NaN", "null"):
        framed(page).evaluate(tell % height)
    framed(page).evaluate("parent.postMessage(null, '*')")
    page.evaluate(tell % 700)
    framed(page).goto(f"{article.removesuffix('article.html')}other.html")
    framed(page).evaluate(tell % 700)
    page.wait_for_timeout(200)
    expect(page.locator("iframe")).to_have_css("height", f"{own}px")


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_without_the_script_the_frame_keeps_its_height_and_scrolls(
    browser: Browser, page: Page, newspaper: Any, script: bool
) -> None:
    code, _script = code_from_the_panel(page).splitlines()
    context = browser.new_context(java_script_enabled=script, viewport=PHONE)
    plain = context.new_page()
    plain.goto(newspaper(code))
    frame = plain.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_be_visible()
    (height,) = re.findall(r' height="(\d+)"', code)
    expect(plain.locator("iframe")).to_have_css("height", f"{height}px")
    last = frame.get_by_role("link", name="Counterpoint")
    last.scroll_into_view_if_needed()
    expect(last).to_be_visible()
    summary = frame.locator(".said > summary").first
    summary.click()
    expect(frame.locator("blockquote").first).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    ("theme", "device", "colour"),
    [
        ("", "dark", LIGHT),
        ("light", "dark", LIGHT),
        ("dark", "light", DARK),
        ("auto", "light", LIGHT),
        ("auto", "dark", DARK),
    ],
)
def test_the_colours_are_those_asked_for_whatever_the_device(
    browser: Browser, site: Site, theme: str, device: Literal["light", "dark"], colour: str
) -> None:
    context = browser.new_context(base_url=site.url, color_scheme=device)
    page = context.new_page()
    page.goto(CLAIM + (f"&theme={theme}" if theme else ""))
    expect(page.locator("body")).to_have_css("background-color", colour)
    assert_nothing_wrong(page)
    context.close()


@pytest.mark.parametrize("link", ["The claim in full", "Was trade discussed?", "Contradiction", "Counterpoint"])
def test_every_link_opens_outside_of_the_frame(page: Page, site: Site, newspaper: Any, link: str) -> None:
    page.goto(newspaper(f'<iframe src="{site.url}{CLAIM}" title="x" width="600" height="600"></iframe>'))
    with page.context.expect_page() as opened:
        page.frame_locator("iframe").get_by_role("link", name=link).click()
    opened.value.wait_for_load_state()
    assert opened.value.url.startswith(site.url)
    assert opened.value.evaluate("window.opener") is None
    expect(page.frame_locator("iframe").get_by_role("heading", name="Was trade discussed?")).to_be_visible()
    opened.value.close()


@pytest.mark.parametrize(
    "address", [COMPARISON, "/admin/", "/admin/login/", f"{COMPARISON}claims/trade-discussed/", PANEL]
)
def test_nothing_else_can_be_framed_there(browser: Browser, site: Site, newspaper: Any, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(newspaper(f'<iframe src="{site.url}{address}" title="x" width="600" height="600"></iframe>'))
    page.wait_for_load_state("networkidle")
    assert any("frame-ancestors 'none'" in line for line in said), said
    expect(page.frame_locator("iframe").locator("#main")).to_have_count(0)
    context.close()


@pytest.mark.parametrize(
    ("address", "reason"), [("/embed/x/", "There is nothing"), (f"{EMBED}?topic=x", "“topic” is not")]
)
def test_why_there_is_nothing_can_be_read_in_the_frame(
    browser: Browser, site: Site, newspaper: Any, address: str, reason: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(newspaper(f'<iframe src="{site.url}{address}" title="x" width="280" height="300"></iframe>'))
    expect(page.frame_locator("iframe").locator("main")).to_contain_text(reason)
    context.close()


@pytest.mark.parametrize("address", [EMBED, CLAIM, PANEL, "/embed/x/"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser: Browser, site: Site, address: str) -> None:
    # Where things stand is the same by day and by night, and the colours at every width.
    for size, scheme in ((NARROW, "light"), (PHONE, "light"), (DESK, "light"), (DESK, "dark")):
        context = browser.new_context(base_url=site.url, viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address)
        expect(page.locator("h1")).to_have_count(1)
        assert_no_sideways_scroll(page)
        assert_nothing_wrong(page)
        small = page.locator(":is(.embed, .embedding) :is(a, summary, select, button, input)").evaluate_all(
            """all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 23.9)
                      .map(one => one.outerHTML)"""
        )
        assert small == []
        context.close()


def test_the_panel_is_used_by_keyboard_without_javascript(plain_page: Page) -> None:
    plain_page.goto(PANEL)
    plain_page.get_by_label("Part").select_option(label="Was trade discussed?")
    plain_page.get_by_label("Edition").select_option(index=1)
    plain_page.get_by_label("Colours").select_option(label="Dark")
    plain_page.get_by_role("button", name="Show the code").press("Enter")
    expect(plain_page).to_have_url(re.compile(r"\?what=claim-trade-discussed&edition=1&theme=dark$"))
    expect(plain_page.get_by_label("HTML")).to_have_value(
        re.compile(r"\?claim=trade-discussed&amp;edition=1&amp;theme=dark")
    )
    for number in (0, 1):
        preview = plain_page.frame_locator("iframe").nth(number)
        expect(preview.get_by_role("heading", name="Was trade discussed?")).to_be_visible()


class Discovery(HTMLParser):
    """The links by which a page says where to ask for it: type -> address."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "link" and (given.get("type") or "").endswith("+oembed"):
            self.links[str(given["type"])] = str(given["href"])


@pytest.mark.parametrize("part", ["", "?topic=trade", "claims/trade-discussed/", "editions/1/"])
def test_an_oembed_consumer_puts_each_page_into_another(page: Page, site: Site, newspaper: Any, part: str) -> None:
    address = f"{site.url}{COMPARISON}{part}"
    with urlopen(address) as response:
        links = Discovery(response.read().decode()).links
    endpoint, _query = links["application/json+oembed"].split("?")
    consumer = ProviderRegistry()
    consumer.register(f"{re.escape(site.url)}/comparisons/\\S+", Provider(endpoint))
    told = consumer.request(address, maxwidth=400)
    assert (told["type"], told["version"], told["width"]) == ("rich", "1.0", 400)
    with urlopen(links["text/xml+oembed"]) as response:
        assert ElementTree.parse(response).findtext("title") == told["title"]
    page.goto(newspaper(consumer.parse_html(f"<p>{address}</p>", maxwidth=400)))
    expect(page.locator("iframe")).to_have_attribute("title", told["title"])
    expect(page.frame_locator("iframe").locator("#claim-trade-discussed h2")).to_be_visible()


def test_a_script_of_any_page_may_ask(page: Page, site: Site, newspaper: Any) -> None:
    page.goto(newspaper(""))
    asked = f"{site.url}/oembed?url={site.url}{COMPARISON}"
    assert page.evaluate("async (asked) => (await (await fetch(asked)).json()).version", asked) == "1.0"
