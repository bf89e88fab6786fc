"""The style sheets stand in rooms, and in one order that no link decides."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SHEETS = ROOT / "static" / "css"
NAMES = sorted(str(path.relative_to(SHEETS)) for path in SHEETS.rglob("*.css"))
OUTSIDE = {"site/fonts.css", "site/differences.css", "site/waiting.css"}
"""Of no layer: what has nothing to order, and what the admin's pages link, where Django's own have none."""
LAYERS = {"site": {"tokens", "base", "site", "print"}, "pages": {"pages"}, "embed": {"embed"}, "admin": set()}


def rules(name: str) -> str:
    return re.sub(r"/\*.*?\*/|@page [^@]*(@[\w-]+ \{[^}]*\}\s*)*\}", "", (SHEETS / name).read_text(), flags=re.DOTALL)


def declared() -> list[str]:
    (order,) = re.findall(r"^@layer ([\w, ]+);", rules("site/tokens.css"), flags=re.MULTILINE)
    return str(order).split(", ")


@pytest.mark.parametrize("name", NAMES)
def test_every_style_sheet_stands_in_one_layer_of_its_room(name: str) -> None:
    room = name.partition("/")[0]
    text = re.sub(r"^@layer [\w, ]+;", "", rules(name), flags=re.MULTILINE).strip()
    named = re.findall(r"@layer ([\w-]+) \{", text)
    if name in OUTSIDE or room == "admin":
        assert not named
    else:
        assert len(named) == 1
        assert set(named) <= LAYERS[room]
        assert set(named) <= set(declared())
        assert text.startswith("@layer")
        assert depth_between(text) == [0]


def depth_between(text: str) -> list[int]:
    """How deep the braces are at the end, and wherever they close: only the last closes the layer."""
    depth, closed = 0, []
    for sign in re.findall(r"[{}]", text):
        depth += 1 if sign == "{" else -1
        closed += [depth] if depth == 0 else []
    return closed


def test_paper_has_the_last_word_and_the_order_comes_first() -> None:
    assert declared()[-1] == "print"
    for template in ("base.html", "embed/base.html"):
        html = (ROOT / "templates" / template).read_text()
        assert re.findall(r'"css/([^"]+)"', html)[0] == "site/tokens.css"


def test_every_style_sheet_is_linked() -> None:
    linked = {
        name for path in (ROOT / "templates").rglob("*.html") for name in re.findall(r'"css/([^"]+)"', path.read_text())
    }
    assert linked == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_style_sheets_are_short(name: str) -> None:
    assert len((SHEETS / name).read_text().splitlines()) <= 300
