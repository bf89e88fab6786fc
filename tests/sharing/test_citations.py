"""Each form of a citation: what it says, and that no title breaks it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons.moments import Moment
from comparisons.sharing.citations import citations
from comparisons.sharing.works import Statement, Work
from tests.views.hostile import WORDS

ADDRESS = "https://counterpoint.example/comparisons/call/editions/2/"
OWN = f"{ADDRESS}claims/trade/"
CALL = Work("call", "Phone call", "", "", 2, date(2017, 3, 4), ADDRESS)
READOUT = Statement(
    "a", "Readout of “the call”", "The Kremlin", Moment("2017-01-28T15:31+03:00"), "https://k.example/1", "ru"
)
REPORT = Statement("b", "Report", "A newspaper", None, "", "en")
TRADE = Work(
    *("call", "Phone call", "trade", "Was trade discussed?", 2, date(2017, 3, 4), OWN),
    sentence="The Kremlin said so, by “Report”.",
    statements=(READOUT, REPORT),
)
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
            f"PB  - Counterpoint\nUR  - {ADDRESS}\nER  - "
        ),
        "Wikipedia": (
            "{{cite web |title=Phone call |website=Counterpoint |type=Edition 2 "
            f"|date=4 March 2017 |url={ADDRESS}}}}}"
        ),
    }


def test_a_claim_with_the_comparison_that_it_is_of_and_the_statements_that_it_quotes() -> None:
    quoted = "The Kremlin, “Readout of ‘the call’”, January 28, 2017, https://k.example/1; A newspaper, “Report”"
    assert cited(TRADE) == {
        "Plain": (
            f"Counterpoint: “Was trade discussed?”, in the comparison “Phone call”, edition 2, 4 March 2017. {OWN} "
            "Quoted there: The Kremlin, “Readout of ‘the call’”, 28 January 2017, https://k.example/1; "
            "A newspaper, “Report”"
        ),
        "APA": (
            f"Counterpoint. (2017, March 4). Was trade discussed? In Phone call (Edition 2). {OWN} Quoting: {quoted}"
        ),
        "Chicago": (
            f"Counterpoint. “Was trade discussed?” In “Phone call.” Edition 2. March 4, 2017. {OWN}. Quoting: {quoted}"
        ),
        "BibTeX": (
            "@misc{call-trade-2,\n  author = {{Counterpoint}},\n  title = {{Was trade discussed?}},\n  year = {2017},\n"
            f"  month = {{3}},\n  note = {{In: Phone call. Edition 2. Quoting: {quoted}}},\n  url = {{{OWN}}}\n}}"
        ),
        "RIS": (
            "TY  - ELEC\nAU  - Counterpoint\nTI  - Was trade discussed?\nT2  - Phone call\nPY  - 2017\n"
            "DA  - 2017/03/04/\nET  - 2\nPB  - Counterpoint\n"
            "N1  - Quoting: The Kremlin, “Readout of ‘the call’”, January 28, 2017, https://k.example/1\n"
            f"N1  - Quoting: A newspaper, “Report”\nUR  - {OWN}\nER  - "
        ),
        "Wikipedia": (
            "{{cite web |title=Phone call: Was trade discussed? |website=Counterpoint |type=Edition 2 "
            f"|date=4 March 2017 |url={OWN} |quote=The Kremlin said so, by “Report”.}}}}"
        ),
    }


def test_a_claim_without_a_question_ends_with_its_own_full_stop() -> None:
    forms = cited(replace(TRADE, headline="Claim: “Trade was discussed.”"))
    assert "Counterpoint: “Claim: ‘Trade was discussed.’”, in the comparison “Phone call”" in forms["Plain"]
    assert "Claim: “Trade was discussed.” In Phone call (Edition 2)." in forms["APA"]
    assert "“Claim: ‘Trade was discussed.’” In “Phone call.”" in forms["Chicago"]


def test_of_many_statements_four_are_named_and_the_rest_counted_where_they_stand_in_one_line() -> None:
    many = replace(TRADE, statements=tuple(replace(REPORT, title=f"Report {number}") for number in range(6)))
    forms = cited(many)
    for name in ("Plain", "APA", "Chicago"):
        assert "Report 3" in forms[name]
        assert "Report 4" not in forms[name]
        assert "2 more statements" in forms[name]
    assert all(f"Report {number}" in forms[name] for name in ("BibTeX", "RIS") for number in range(6))


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
    assert len(forms["RIS"].split("\n")) == 9
    assert len(forms["RIS"].splitlines()) == 9, "no other end of a line either"
    inside = forms["Wikipedia"].removeprefix("{{cite web |").removesuffix("}}")
    assert len(inside.split("|")) == 5
    assert not set("{}[]<>") & set(inside)


@pytest.mark.parametrize("form", ["APA", "RIS"])
def test_a_title_full_of_signs_stands_in_it_to_the_letter_but_for_ends_of_lines(form: str) -> None:
    title = " ".join(WORDS.split())
    assert title in cited(Work("call", WORDS, "", "", 2, date(2017, 3, 4), ADDRESS))[form]


@pytest.mark.parametrize("form", ["Plain", "Chicago"])
def test_within_quotation_marks_only_its_own_marks_are_changed(form: str) -> None:
    title = " ".join(WORDS.split()).replace('"double"', "‘double’")
    assert title in cited(Work("call", WORDS, "", "", 2, date(2017, 3, 4), ADDRESS))[form]
