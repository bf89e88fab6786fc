"""Counterpoint has one version, wherever it is written."""

import re
import tomllib
from pathlib import Path

import pytest
from django.test import Client

from comparisons import __version__
from tests.api.asking import asked

ROOT = Path(__file__).parent.parent.parent


def test_the_project_says_the_version() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] == __version__


def test_the_newest_release_in_the_changelog_is_this_version_and_has_a_day() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(), flags=re.MULTILINE)
    releases = [heading for heading in headings if heading != "Unreleased"]
    assert headings.index(releases[0]) <= 1
    assert re.fullmatch(rf"{re.escape(__version__)} – \d{{4}}-\d{{2}}-\d{{2}}", releases[0])


@pytest.mark.django_db
def test_the_api_gives_the_version(client: Client) -> None:
    assert asked(client, "/api/")["version"] == __version__
    assert asked(client, "/api/openapi.json")["info"]["version"] == __version__
