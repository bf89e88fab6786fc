"""The style sheets stand in rooms, and in one order that no link decides. What a page links stands before the rooms."""

import re
from pathlib import Path

import pytest

from comparisons.static_files import IMPORT, REMARK, imported, source

ROOT = Path(__file__).parent.parent.parent
SHEETS = ROOT / "static" / "css"
NAMES = sorted(str(path.relative_to(SHEETS)) for path in SHEETS.glob("*/*.css"))
ENTRIES = sorted(path.name for path in SHEETS.glob("*.css"))
SCRIPTS = sorted(path.name for path in (ROOT / "static" / "js").glob("*.js"))
TEMPLATES = [path.read_text() for path in (ROOT / "templates").rglob("*.html")]
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


def linked() -> set[str]:
    return {name for html in TEMPLATES for name in re.findall(r'"css/([^"]+)"', html)}


def parts(entry: str) -> list[str]:
    return [name.removeprefix("css/") for name in imported(f"css/{entry}", source) if "/" in name.removeprefix("css/")]


def test_paper_has_the_last_word() -> None:
    assert declared()[-1] == "print"
    assert '@import url("site/print.css") print;' in source("css/site.css")


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_is_imports_alone_and_the_order_of_layers_comes_first(entry: str) -> None:
    text = source(f"css/{entry}")
    assert IMPORT.search(text)
    assert IMPORT.sub("", REMARK.sub("", text)).strip() == ""
    assert parts(entry)[0] == "site/tokens.css"
    assert len(parts(entry)) == len(set(parts(entry)))
    assert entry in linked()


def test_every_style_sheet_is_linked() -> None:
    assert {name for entry in ENTRIES for name in parts(entry)} | linked() == {*NAMES, *ENTRIES}


def test_a_page_links_one_style_sheet() -> None:
    html = (ROOT / "templates" / "base.html").read_text()
    assert len(re.findall(r"rel=.stylesheet", html)) == 1
    assert '{% block styles %}<link rel="stylesheet"' in html


@pytest.mark.parametrize("name", SCRIPTS)
def test_what_one_script_imports_shares_no_names(name: str) -> None:
    """They are put behind one another: what each declares stands within it."""
    for part in imported(f"js/{name}", source):
        assert re.findall(r"^(?:const|let|var|class|(?:async )?function)\b.*", source(part), flags=re.MULTILINE) == []


@pytest.mark.parametrize("name", NAMES)
def test_style_sheets_are_short(name: str) -> None:
    assert len((SHEETS / name).read_text().splitlines()) <= 300
