"""What readers read has one name for one thing: the words that another name was given up for stay given up."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

CATALOGUE = Path(__file__).parent.parent.parent / "locale" / "ru" / "LC_MESSAGES" / "django.po"
# Of editors alone: they have words of their own, such as that of the desk for a reading.
EDITORS = ("templates/admin/", "templates/desk/", "comparisons/admin/", "comparisons/editorial/", "comparisons/models/")
GIVEN_UP = {
    "latest version": "latest edition",
    "current edition": "latest edition",
    "newest editions?": "latest edition",
    "is the newest": "is the latest",
    "Other reports": "Other accounts",
    "be so": "conflict, or contradict",
    "is silent": "does not mention it",
}


def read_by_readers() -> Iterator[str]:
    for entry in CATALOGUE.read_text().split("\n\n")[1:]:
        places = " ".join(re.findall(r"^#: (.*)$", entry, re.MULTILINE)).split()
        if any(not place.startswith(EDITORS) and "/management/" not in place for place in places):
            yield from re.findall(r'^msgid(?:_plural)? "(.*)"$', entry, re.MULTILINE)


@pytest.mark.parametrize("name", GIVEN_UP)
def test_no_sentence_has_the_other_name(name: str) -> None:
    sentences = list(read_by_readers())
    assert len(sentences) > 500, "the catalogue was not read"
    assert [one for one in sentences if re.search(rf"\b{name}\b", one)] == [], f"say: {GIVEN_UP[name]}"
