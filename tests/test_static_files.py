"""Style sheets and scripts that import others: followed as they are written, put together as they are collected."""

import re
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.management import call_command
from django.templatetags.static import static
from django.test import override_settings

from comparisons.static_files import IMPORT, fonts_of, imported, inlined, source
from config.storage import StaticFilesStorage

FILES = {
    "css/page.css": '/* A page. */\n@import url("site.css");\n@import url("pages/page.css");\n',
    "css/site.css": '@import url("site/fonts.css");\n@import url("site/print.css") print;\n',
    "css/site/fonts.css": 'a {\n  src: url("../../fonts/a.woff2"), url("data:x"), url("/b"), url("#c");\n}\n',
    "css/site/print.css": "b {\n  color: black;\n}\n",
    "css/pages/page.css": "c {\n  margin: 0;\n}\n",
    "js/page.js": 'import "./one.js";\nimport "./two.js";\n',
    "js/one.js": '"use strict";\n(() => 1)();\n',
    "js/two.js": '"use strict";\n(() => 2)();\n',
}
COLLECTING = {"staticfiles": {"BACKEND": "config.storage.StaticFilesStorage"}}


def test_what_an_entry_imports_is_found_through_other_entries() -> None:
    assert list(imported("css/page.css", FILES.__getitem__)) == [
        "css/site.css",
        "css/site/fonts.css",
        "css/site/print.css",
        "css/pages/page.css",
    ]
    assert list(imported("css/pages/page.css", FILES.__getitem__)) == []


def test_a_style_sheet_is_put_together_in_order_for_its_medium_with_addresses_of_its_own_folder() -> None:
    assert inlined("css/page.css", FILES.__getitem__) == (
        'a {\n  src: url("../fonts/a.woff2"), url("data:x"), url("/b"), url("#c");\n}\n'
        "\n@media print {\nb {\n  color: black;\n}\n}\n"
        "\nc {\n  margin: 0;\n}\n"
    )


def test_scripts_are_put_behind_one_another() -> None:
    assert inlined("js/page.js", FILES.__getitem__) == '"use strict";\n(() => 1)();\n\n"use strict";\n(() => 2)();\n'


@pytest.mark.parametrize(
    "more", ["d { margin: 0 }\n", '@import url("site.css") layer(site);\n', "@import 'site.css';\n", '@layer "a";\n']
)
def test_an_entry_with_anything_else_in_it_is_refused(more: str) -> None:
    files = {**FILES, "css/page.css": FILES["css/page.css"] + more}
    with pytest.raises(ValueError, match=r"css/page\.css imports files, so it may have nothing else"):
        inlined("css/page.css", files.__getitem__)


def test_a_language_needs_the_letters_that_it_is_written_in() -> None:
    latin = ["fonts/source-serif-4-latin.woff2", "fonts/source-sans-3-latin.woff2"]
    assert fonts_of("en") == latin
    assert fonts_of("ru") == [*latin, "fonts/source-serif-4-cyrillic.woff2", "fonts/source-sans-3-cyrillic.woff2"]


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where `collectstatic` has put everything, as at an installation."""
    place = tmp_path_factory.mktemp("static")
    with override_settings(STATIC_ROOT=place, STORAGES=COLLECTING):
        call_command("collectstatic", interactive=False, verbosity=0)
        (place / "addresses").write_text("\n".join(static(name) for name in fonts_of("ru")))
    return place


@pytest.mark.slow
def test_what_is_collected_imports_nothing(collected: Path) -> None:
    entries = [*Path("static/css").glob("*.css"), *Path("static/js").glob("*_page.js")]
    assert len(entries) >= 10
    for entry in entries:
        room = entry.parent.name
        (whole,) = collected.glob(f"{room}/{entry.stem}.????????????{entry.suffix}")
        text = whole.read_text()
        assert not re.search(r"^(@import|import) ", text, flags=re.MULTILINE), entry
        name = f"{room}/{entry.name}"
        for part in imported(name, source):
            if not IMPORT.search(source(part)):
                assert all(line in text for line in source(part).splitlines() if "url(" not in line), part
        for packed in (".gz", ".br"):
            assert Path(f"{whole}{packed}").exists()


@pytest.mark.slow
def test_the_fonts_that_are_preloaded_are_those_that_the_style_sheet_names(collected: Path) -> None:
    """By another address each would be fetched twice."""
    (whole,) = collected.glob("css/site.????????????.css")
    named = {address.rpartition("/")[2] for address in re.findall(r'url\("([^"]+\.woff2)"\)', whole.read_text())}
    preloaded = {address.rpartition("/")[2] for address in (collected / "addresses").read_text().splitlines()}
    assert len(preloaded) == 4
    assert preloaded < named
    assert all((collected / "fonts" / name).exists() for name in named)


def test_a_change_of_what_is_imported_changes_the_name(tmp_path: Path) -> None:
    def name_of(page: str, files: dict[str, str]) -> str:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text)
        found = FileSystemStorage(tmp_path)
        storage = StaticFilesStorage(location=str(tmp_path), base_url="/static/")
        list(storage.post_process({name: (found, name) for name in files}))
        stored = str(storage.hashed_files[page])
        assert "margin" in (tmp_path / stored).read_text()
        return stored

    files = {name: text for name, text in FILES.items() if "font" not in name}
    files["css/site.css"] = '@import url("site/print.css") print;\n'
    before = name_of("css/page.css", files)
    assert name_of("css/page.css", files) == before
    assert name_of("css/page.css", {**files, "css/pages/page.css": "c {\n  margin: 1px;\n}\n"}) != before
