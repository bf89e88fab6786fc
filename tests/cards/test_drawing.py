"""The letters and colours of a card, and the picture itself."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from PIL import Image

from comparisons.cards import layout
from comparisons.cards.claim_layout import claim_layout
from comparisons.cards.comparison_layout import comparison_layout
from comparisons.cards.drawing import png
from comparisons.cards.fonts import Type, drawable, pieces, width
from comparisons.cards.marks import strokes
from comparisons.outcomes import FAMILIES
from tests.cards.values import claim_card, comparison_card

TOKENS = Path(__file__).parent.parent.parent / "static" / "css" / "site" / "tokens.css"
SERIF = Type("serif", 600, 40)


class TestLetters:
    @pytest.mark.parametrize(
        ("typed", "drawn"),
        [
            ("Was  trade\u2028discussed\t?", "Was trade discussed ?"),
            ("\u202eright to left\u202c\u200f", "right to left"),
            ("cafe\u0301 № 5 — “Łódź” Київ ґ", "café № 5 — “Łódź” Київ ґ"),
            ("\U0001f525 fire \U0001f1fa\U0001f1f3", "fire"),
            ("\U0001f525", "[…]"),
            ("中美 通話 and שלום", "[…] and […]"),
            ("\uff1d2 \ufb01", "=2 fi"),
            ("\ufffd\uffff\ufffe", "[…]"),
            ("  ", ""),
        ],
    )
    def test_that_no_font_has_are_left_out_openly_and_signs_without_a_trace(self, typed: str, drawn: str) -> None:
        assert drawable(typed) == drawn

    def test_of_two_scripts_are_drawn_in_pieces_each_by_the_file_that_has_them(self) -> None:
        assert [piece for _font, piece in pieces("Trump и Путин, 2017", SERIF)] == ["Trump ", "и Путин", ", 2017"]

    def test_are_as_wide_as_their_pieces(self) -> None:
        assert width("Trump Путин", SERIF) == pytest.approx(width("Trump ", SERIF) + width("Путин", SERIF))
        assert 0 < width("Trump", Type("serif", 300, 40)) < width("Trump", Type("serif", 900, 40))


def test_a_mark_is_that_of_the_pages() -> None:
    for family, outcomes in FAMILIES.items():
        for outcome in outcomes:
            html = render_to_string("claim/_mark.html", {"family": family, "outcome": outcome})
            drawn = [(stroke.points, stroke.dash) for stroke in strokes(family, outcome)]
            assert drawn == list(paths(html)), (family, outcome)


def paths(svg: str) -> list[tuple[tuple[tuple[float, float], ...], tuple[int, ...] | None]]:
    """The lines of each path, with its dashes: of M, L, l and h alone."""
    found = []
    for path, rest in re.findall(r'<path d="([^"]*)"([^>]*)', svg):
        dashes = re.search(r'dasharray="(\d+) (\d+)"', rest)
        dash = tuple(map(int, dashes.groups())) if dashes else None
        points: list[tuple[float, float]] = []
        lines: list[list[tuple[float, float]]] = []
        for command, figures in re.findall(r"([MLlh])([-\d. ]+)", path.replace("-", " -")):
            numbers = [float(number) for number in figures.split()]
            if command == "M":
                points = []
                lines.append(points)
            x, y = points[-1] if points else (0, 0)
            if command == "h":
                points.append((x + numbers[0], y))
            for dx, dy in zip(numbers[::2], numbers[1::2], strict=False) if command != "h" else ():
                x, y = (dx, dy) if command in "ML" else (x + dx, y + dy)
                points.append((x, y))
                command = "L" if command == "M" else command
        found += [(tuple(line), dash) for line in lines]
    return found


def test_the_colours_are_those_of_the_pages_in_daylight() -> None:
    tokens = dict(re.findall(r"--([\w-]+): light-dark\((#\w+)", TOKENS.read_text()))
    assert {family: tokens[family] for family in FAMILIES} == layout.TONES
    assert [tokens[name] for name in ("paper", "ink", "quiet", "line")] == [
        *(layout.PAPER, layout.INK, layout.QUIET, layout.LINE)
    ]


@pytest.mark.parametrize("parties", [2, 50])
def test_the_picture_is_a_png_of_1200_by_630_on_paper(parties: int) -> None:
    picture = png(claim_layout(claim_card(parties)))
    image = Image.open(BytesIO(picture))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(picture) < 60_000
    colours = image.convert("RGB")
    assert colours.getpixel((5, 5)) == (0xFB, 0xFA, 0xF7)
    edge = Image.new("RGB", (40, 630), layout.PAPER)
    for left in (0, 1160):
        assert list(colours.crop((left, 0, left + 40, 630)).getcolors() or []) == list(edge.getcolors() or [])


def test_the_same_card_is_the_same_picture() -> None:
    card = comparison_layout(comparison_card(5, 1, 10, 1))
    assert png(card) == png(card)
