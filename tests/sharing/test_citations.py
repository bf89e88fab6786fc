"""Each form of a citation: what it says, and that no title breaks it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons.sharing.citations import Work, citations
from tests.views.hostile import WORDS

ADDRESS = "https://counterpoint.example/comparisons/call/editions/2/"
CALL = Work("call", "Phone call", "", "", 2, date(2017, 3, 4), ADDRESS)
TRADE = Work("call", "Phone call", "trade", "Was trade discussed?", 2, date(2017, 3, 4), f"{ADDRESS}#claim-trade")
FORMS = ["Plain", "APA", "Chicago", "BibTeX", "RIS", "Wikipedia"]


def cited(work: Work) -> dict[str, str]:
    return {citation.name: citation.text for citation in citations(work)}


def test_a_comparison_in_every_form() -> None:
    assert cited(CALL) == {
        "Plain": f"Counterpoint: “Phone call”, edition 2, 4 March 2017. {ADDRESS}",
        "APA": f"Counterpoint. (2017, March 4). Phone call (Edition 2). {ADDRESS}",
        "Chicago": f"Counterpoint. “Phone call.” Edition 2. March 4, 2017. {ADDRESS}.",
        "BibTeX": (
            "@misc{call-2,\n  author = {{Counterpoint}},\n  title = {{Phone call}},\n  year = {2017},\n  month = {3},\n"
            f"  note = {{Edition 2}},\n  url = {{{ADDRESS}}}\n}}"
        ),
        "RIS": (
            "TY  - ELEC\nAU  - Counterpoint\nTI  - Phone call\nPY  - 2017\nDA  - 2017/03/04/\nET  - 2\n"
            f"UR  - {ADDRESS}\nER  - "
        ),
        "Wikipedia": (
            "{{cite web |title=Phone call |website=Counterpoint |type=Edition 2 |date=4 March 2017 "
            f"|url={ADDRESS}}}}}"
        ),
    }


def test_a_claim_with_the_comparison_that_it_is_of() -> None:
    assert list(cited(TRADE)) == FORMS
    for text in cited(TRADE).values():
        assert "Phone call: Was trade discussed?" in text
        assert f"{ADDRESS}#claim-trade" in text
    assert "discussed?” Edition 2." in cited(TRADE)["Chicago"]
    assert cited(TRADE)["BibTeX"].startswith("@misc{call-trade-2,")


@given(st.text(max_size=200))
def test_no_title_breaks_a_form(title: str) -> None:
    forms = cited(Work("call", f"Call {title} {WORDS}", "", "", 2, date(2017, 3, 4), ADDRESS))
    for form in forms.values():
        assert ADDRESS in form
    bibtex = forms["BibTeX"]
    depth = 0
    for place, sign in enumerate(bibtex):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth > 0 or place in (0, 1, 2, 3, 4, len(bibtex) - 1), "the entry ends with its last brace"
    assert depth == 0
    assert len(forms["RIS"].split("\n")) == 8
    assert len(forms["RIS"].splitlines()) == 8, "no other end of a line either"
    inside = forms["Wikipedia"].removeprefix("{{cite web |").removesuffix("}}")
    assert len(inside.split("|")) == 5
    assert not set("{}[]<>") & set(inside)


@pytest.mark.parametrize("form", ["Plain", "APA", "Chicago", "RIS"])
def test_a_title_full_of_signs_stands_in_it_to_the_letter_but_for_ends_of_lines(form: str) -> None:
    title = " ".join(WORDS.split())
    assert title in cited(Work("call", WORDS, "", "", 2, date(2017, 3, 4), ADDRESS))[form]
