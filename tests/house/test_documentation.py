"""What the documents tell people to do works, and what they point to is there."""

import json
import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command, get_commands
from django.test import Client

from comparisons.models import Edition
from tests.browser.screenshots import SHOWN
from tests.examples import SLUG

ROOT = Path(__file__).parent.parent.parent
PAPERS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
NAMES = [str(paper.relative_to(ROOT)) for paper in PAPERS]


WALKED = "docs/operations.md"  # block by block, by tests/operations
PROGRAM = re.compile(r"(\.venv/bin/)?python")


def blocks_in(paper: Path) -> list[tuple[str, str]]:
    """The language and the text of each block."""
    return re.findall(r"^```(\w*)\n(.*?)^```", paper.read_text(), flags=re.DOTALL | re.MULTILINE)


def commands_in(paper: Path) -> list[list[str]]:
    return [
        shlex.split(line) for language, block in blocks_in(paper) if language == "sh" for line in block.splitlines()
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("paper", [name for name in NAMES if name != WALKED])
def test_every_command_works(paper: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Management commands are run, one after the other as they stand; make is asked whether it knows how.

    What make does takes minutes, and is run elsewhere: `make demo` below, the others wherever a change is checked.
    """
    for name in ("comparisons", "Makefile"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    for program, *arguments in commands_in(ROOT / paper):
        if program == "make":
            subprocess.run(["make", "--dry-run", "-C", str(ROOT), *arguments], check=True, capture_output=True)
        else:
            assert PROGRAM.fullmatch(program)
            assert arguments[0] == "manage.py"
            assert arguments[1] in get_commands()
            call_command(*arguments[1:])


def test_every_block_is_of_a_kind_that_is_checked() -> None:
    """A block that no test runs or reads could say anything. What is only shown stands indented, without a fence."""
    held = {WALKED: {"sh", "caddyfile"}, "docs/comparison-format.md": {"sh", "python"}}
    found = {name: {language for language, _block in blocks_in(ROOT / name)} for name in NAMES}
    assert {name: languages for name, languages in found.items() if not languages <= held.get(name, {"sh"})} == {}


def test_what_is_named_in_passing_is_there() -> None:
    """`make x`, `manage.py x`, and files of the project in running text."""
    assert [(name, missing) for name in NAMES for missing in named_but_missing((ROOT / name).read_text())] == []


def named_but_missing(text: str) -> Iterator[str]:
    text = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text()
    for target in re.findall(r"`make ([a-z]+)", text):
        if not re.search(rf"^{target}:", makefile, flags=re.MULTILINE):
            yield f"make {target}"
    for command in re.findall(r"`(?:[\w./]+ )?(?:manage\.py|counterpoint) ([a-z_]+)", text):
        if command not in get_commands():
            yield command
    for path in re.findall(r"`((?:comparisons|config|docs|locale|tests)/[\w./-]+)`", text):
        # A folder for a language that is yet to come is of the reader's own making.
        if not (ROOT / path).exists() and not path.startswith("locale/"):
            yield path


def test_every_document_is_reached_from_the_readme() -> None:
    reached, found = set(), [ROOT / "README.md"]
    while found:
        paper = found.pop()
        reached.add(paper)
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", paper.read_text()):
            place = (paper.parent / target).resolve()
            pages = [*place.glob("*.md")] if place.is_dir() else [place]
            found += [page for page in pages if page.suffix == ".md" and page.exists() and page not in reached]
    assert set(PAPERS) <= reached


def test_there_are_commands_to_run() -> None:
    assert ["make", "demo"] in commands_in(ROOT / "README.md")
    assert ["make", "test"] in commands_in(ROOT / "README.md")
    assert len(commands_in(ROOT / "docs" / "comparison-format.md")) >= 4


def test_every_link_leads_somewhere() -> None:
    links = [
        (paper, target)
        for paper in PAPERS
        for target in re.findall(r"(?:\]\(|src=\")([^)#\"]+)(?:#[^)]*)?[)\"]", paper.read_text())
        if "://" not in target
    ]
    assert [(paper.name, target) for paper, target in links if not (paper.parent / target).exists()] == []


def test_the_guide_shows_every_picture_that_is_made_for_it_and_they_are_small() -> None:
    shown = re.findall(r"\]\(screenshots/(editing-\w+\.png)\)", (ROOT / "docs" / "editing.md").read_text())
    made = sorted((ROOT / "docs" / "screenshots").glob("editing-*.png"))
    assert sorted(shown) == [path.name for path in made] == sorted(f"editing-{name}.png" for name in SHOWN)
    assert sum(path.stat().st_size for path in made) < 1_000_000


@pytest.mark.django_db
def test_the_seal_of_an_edition_can_be_checked_as_the_format_says(
    client: Client, edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = (ROOT / "docs" / "comparison-format.md").read_text()
    (recipe,) = re.findall(r"```python\n(.*?)```", paper, flags=re.DOTALL)
    monkeypatch.chdir(tmp_path)
    data = client.get(f"/comparisons/{SLUG}.json").content
    Path("edition.json").write_bytes(data)
    exec(recipe, {})
    Path("edition.json").write_text(json.dumps({**json.loads(data), "format": "comparison/2"}))
    with pytest.raises(AssertionError):
        exec(recipe, {})


def test_the_documents_name_every_setting() -> None:
    settings = (ROOT / "config" / "settings.py").read_text()
    used = set(re.findall(r'env\.\w+\("([A-Z_]+)"', settings))
    assert used
    for variable in used:
        assert f"`{variable}`" in (ROOT / "README.md").read_text()
