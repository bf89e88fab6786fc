"""Every message has its translation, in every language that there is; and none is left of what is said no more.

With REQUIRE_GETTEXT=1 a machine without GNU gettext fails; else what needs it is skipped there.
"""

import gettext
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.messages.gathering import gather

ROOT = Path(__file__).parent.parent.parent
CATALOGUES = sorted((ROOT / "locale").glob("*/LC_MESSAGES/django.po"))
NAMES = [path.parent.parent.name for path in CATALOGUES]
MISSING = [program for program in ("xgettext", "msgfmt", "msgattrib") if not shutil.which(program)]
needs_gettext = pytest.mark.skipif(
    bool(MISSING) and os.environ.get("REQUIRE_GETTEXT") != "1", reason=f"not on the PATH: {', '.join(MISSING)}"
)


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which the messages were extracted again."""
    copy = tmp_path_factory.mktemp("project")
    for name in ("comparisons", "config", "locale", "templates"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "manage.py", copy)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DJANGO_SETTINGS_MODULE", "config.settings")
        environment.setenv("DATABASE_URL", "sqlite://:memory:")
        environment.setenv("SECRET_KEY", "only for gathering messages, " * 3)
        gather(copy)
    return copy


def test_there_is_russian() -> None:
    assert "ru" in NAMES


@needs_gettext
@pytest.mark.parametrize("catalogue", CATALOGUES, ids=NAMES)
def test_what_is_said_is_what_is_to_be_translated(gathered: Path, catalogue: Path) -> None:
    """After a change of words: `make messages`, then the translation."""
    assert (gathered / catalogue.relative_to(ROOT)).read_text() == catalogue.read_text()


@needs_gettext
@pytest.mark.parametrize("catalogue", CATALOGUES, ids=NAMES)
@pytest.mark.parametrize("lack", ["--untranslated", "--only-fuzzy"])
def test_nothing_lacks_its_translation(catalogue: Path, lack: str) -> None:
    said = subprocess.run(["msgattrib", lack, "--no-wrap", str(catalogue)], capture_output=True, text=True, check=True)
    assert re.findall(r'^msgid "(.+)"', said.stdout, re.MULTILINE) == []


@needs_gettext
@pytest.mark.parametrize("catalogue", CATALOGUES, ids=NAMES)
def test_what_is_compiled_is_what_was_translated(gathered: Path, catalogue: Path) -> None:
    compiled = []
    for path in (catalogue, gathered / catalogue.relative_to(ROOT)):
        with path.with_suffix(".mo").open("rb") as file:
            compiled.append(vars(gettext.GNUTranslations(file))["_catalog"])
    assert compiled[0] == compiled[1]
