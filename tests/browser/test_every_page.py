"""Every public page, in every language and both themes: for who sees little, sees no colour, or presses nothing small.

A page is loaded once for a language; themes, widths and settings change on the page that stands there.
"""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.pages import LANGUAGES, NOTHING_PUBLISHED, PAGES, THEMES, Addresses, Theme, every_site, in_language

AXE = Axe().axe_script
FAULTS = """async (options) => (await axe.run(document, options)).violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} ${node.html} ${node.failureSummary}`))"""
# What WCAG 2.2 adds, axe leaves out until it is asked. Colours cost it most: they are the same at every width, and in
# the dark they are others, and nothing else is.
ALL: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
COLOURS: dict[str, Any] = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
OTHERS: dict[str, Any] = {**ALL, "rules": {**ALL["rules"], "color-contrast": {"enabled": False}}}
# Three of each kind: a page has hundreds that are made alike.
OPENED = """() => {
    const opened = {};
    for (const one of document.querySelectorAll("details")) {
        const kind = `${one.className} ${one.parentElement.className}`;
        opened[kind] = (opened[kind] ?? 0) + 1;
        one.open ||= opened[kind] <= 3;
    }
}"""
WORDS = "(where) => [...document.querySelectorAll(where)].flatMap((one) => one.innerText.split(/\\s+/)).filter(Boolean)"
HEADS = ".heads .head"
"""For columns side by side. Where they stand one below the other each cell has the name, and the form has the rest."""
SIDEWAYS = "document.scrollingElement.scrollWidth - innerWidth"
CUT = """[...document.querySelectorAll("body *:not(svg *)")].filter((one) => {
    const drawn = getComputedStyle(one);
    return one.checkVisibility() && one.innerText && one.clientWidth > 1 && ["hidden", "clip"].includes(drawn.overflowX)
        && one.scrollWidth > one.clientWidth + 1 && drawn.clipPath === "none";
}).map((one) => one.outerHTML.slice(0, 200))"""
MOVING = """[...document.querySelectorAll("*")].flatMap((one) => ["", "::before", "::after"].map((part) => {
    const drawn = getComputedStyle(one, part || null);
    const lasts = [...drawn.transitionDuration.split(", "), ...drawn.animationDuration.split(", ")];
    const moves = lasts.some((time) => parseFloat(time) > 0.01) || drawn.scrollBehavior === "smooth";
    return moves ? `${one.cloneNode().outerHTML.slice(0, 200)} ${part}` : "";
})).filter(Boolean)"""
UNDRAWN = """[...document.querySelectorAll(":is(.mark, .bar) :is(path, line)")].filter((one) => {
    const { stroke, strokeOpacity, opacity, visibility } = getComputedStyle(one);
    const clear = stroke === "none" || /^rgba\\(.*, 0\\)$/.test(stroke) || strokeOpacity === "0" || opacity === "0";
    return one.checkVisibility() && (clear || visibility !== "visible");
}).map((one) => one.outerHTML)"""
SETTLED = "document.getAnimations().forEach((one) => one.finish())"
LEAST_CONTRAST = 3
"""WCAG 2.2, 1.4.11: of what is drawn against what is around it."""


class Walk:
    """The faults of every page in one language: check -> where, and what."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.faults: dict[str, list[str]] = {}
        self.visited: set[str] = set()

    def note(self, check: str, where: str, faults: list[str]) -> None:
        self.faults.setdefault(check, []).extend(f"{where} {self.language}: {fault}" for fault in faults)

    def visit(self, page: Page, name: str, address: str) -> None:
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(in_language(address, self.language))
        self.visited.add(name)
        assert page.locator("html").get_attribute("lang") == self.language, name
        self.examine(page, name)

    def examine(self, page: Page, name: str) -> None:
        page.evaluate(OPENED)
        page.evaluate(AXE)
        words = set(page.evaluate(WORDS, "body")) - set(page.evaluate(WORDS, HEADS))
        self.note("axe", f"{name} light 1280", page.evaluate(FAULTS, OTHERS))
        page.emulate_media(reduced_motion="reduce")
        if name != "login":  # Django's own, as the rest of the admin
            self.note("motion", name, page.evaluate(MOVING))
        page.emulate_media(reduced_motion="no-preference")
        page.emulate_media(forced_colors="active")
        self.note("forced colours", name, page.evaluate(UNDRAWN))
        page.emulate_media(forced_colors="none")
        page.set_viewport_size({"width": 360, "height": 740})
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)
            page.evaluate(SETTLED)
            self.note("axe", f"{name} {theme} 360", page.evaluate(FAULTS, ALL if theme == "light" else COLOURS))
        self.note("sideways", f"{name} 360", too_wide(page))
        page.set_viewport_size({"width": 320, "height": 256})
        self.note("sideways", f"{name} 320", too_wide(page))
        self.note("lost", name, sorted(words - set(page.evaluate(WORDS, "body"))))
        self.note("lost", name, page.evaluate(CUT))


WRONG = """
document.querySelector("h1").style.color = "#aaa";
document.querySelector("h1").style.minWidth = "400px";
document.querySelector(".mark path").style.stroke = "transparent";
document.querySelector("main a").style.transition = "color 1s";
document.querySelector(".deck").style.cssText = "width: 50px; overflow: hidden; white-space: nowrap";
"""


def too_wide(page: Page) -> list[str]:
    over = page.evaluate(SIDEWAYS)
    return [f"{over} px too wide"] if over > 0 else []


def contrast_in(picture: bytes) -> float:
    """Of the lightest to the darkest that is drawn."""
    colours = Image.open(io.BytesIO(picture)).convert("RGB").getcolors(1 << 24) or []
    lights = [luminance(colour) for _count, colour in colours if isinstance(colour, tuple)]
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def luminance(colour: tuple[int, ...]) -> float:
    red, green, blue = (
        (part / 255 / 12.92) if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Addresses]:
    with every_site(tmp_path_factory.mktemp("every-page")) as found:
        yield found


@pytest.fixture(scope="module", params=LANGUAGES)
def walk(request: pytest.FixtureRequest, browser: Browser, addresses: Addresses) -> Walk:
    """Through every page once, with one page of the browser."""
    walked = Walk(request.param)
    page = browser.new_context(base_url=addresses.site.url).new_page()
    for name, address in addresses.public.items():
        walked.visit(page, name, address)
    page.context.close()
    return walked


def test_axe_finds_nothing_at_a_desk_and_on_a_phone_by_day_and_by_night(walk: Walk) -> None:
    assert walk.visited >= {*PAGES, *NOTHING_PUBLISHED}
    assert not walk.faults["axe"], "\n".join(walk.faults["axe"])


def test_nothing_scrolls_sideways_on_a_phone_nor_at_four_times_the_size(walk: Walk) -> None:
    """1,280 pixels at 400 % are 320."""
    assert not walk.faults["sideways"], "\n".join(walk.faults["sideways"])


def test_at_four_times_the_size_no_word_is_lost(walk: Walk) -> None:
    assert not walk.faults["lost"], "\n".join(walk.faults["lost"])


def test_marks_and_bars_are_drawn_in_forced_colours(walk: Walk) -> None:
    assert not walk.faults["forced colours"], "\n".join(walk.faults["forced colours"])


def test_each_check_finds_what_is_wrong(browser: Browser, addresses: Addresses) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(addresses.public["home"])
    page.evaluate(WRONG)
    walk = Walk("en")
    walk.examine(page, "home")
    page.close()
    assert set(walk.faults) == {"axe", "motion", "forced colours", "sideways", "lost"}
    for check, found in walk.faults.items():
        assert found, check
    (contrast,) = {fault.split(": ")[1] for fault in walk.faults["axe"]}
    assert contrast == "color-contrast"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["home", "comparison", "claim", "embed"])
def test_what_is_drawn_stands_out_in_forced_colours(
    browser: Browser, addresses: Addresses, name: str, theme: Theme
) -> None:
    page = browser.new_page(color_scheme=theme, forced_colors="active")
    page.goto(addresses.public[name])
    for family in ("agreements", "contradictions", "one-sided"):
        mark = page.locator(f"[data-family='{family}'] .mark:visible").first
        if mark.count():
            assert contrast_in(mark.screenshot()) >= LEAST_CONTRAST, family
    for bar in page.locator(".bar:visible").all()[:1]:
        assert contrast_in(bar.screenshot()) >= LEAST_CONTRAST
    page.close()


def test_nothing_moves_where_less_motion_is_asked_for(walk: Walk) -> None:
    assert not walk.faults["motion"], "\n".join(walk.faults["motion"])
