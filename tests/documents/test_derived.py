"""What a document's own words make of its stances, before any outcome is derived from them."""

from typing import Any

import pytest

from comparisons.comparison.document import DerivedEntry
from comparisons.documents.derived import derive_claim

PARTIES = ["kremlin", "white-house"]


def account(party: str | None, **other: Any) -> Any:
    plain = {"attribution": "on_record", "completeness": "full", "scope": "comprehensive", "translation_of": None}
    return {"id": f"of-{party}", "party": party, **plain, **other}


def stance(party: str | None, position: str, **other: Any) -> Any:
    basis = "full_text" if position == "silent" else "own_text"
    return {"account": f"of-{party}", "position": position, "basis": basis, "low": None, "high": None, **other}


def derived(accounts: list[Any], stances: list[Any]) -> DerivedEntry:
    claim: Any = {"stances": stances}
    return derive_claim(claim, accounts, PARTIES)


@pytest.mark.parametrize("scope", ["comprehensive", "narrow"])
@pytest.mark.parametrize("completeness", ["full", "excerpt", "paraphrase"])
@pytest.mark.parametrize("basis", ["full_text", "reported"])
def test_a_silence_can_be_an_omission(scope: str, completeness: str, basis: str) -> None:
    """Where the account speaks of the whole event, and all of its text is there or a report says that it is silent."""
    claim = derived(
        [account("kremlin"), account("white-house", scope=scope, completeness=completeness)],
        [stance("kremlin", "affirms"), stance("white-house", "silent", basis=basis)],
    )
    can_omit = scope == "comprehensive" and (completeness == "full" or basis == "reported")
    assert claim["outcome"] == ("omission" if can_omit else "single_source")
    assert claim["positions"]["white-house"] == ("silent" if can_omit else "not_in_text_held")


@pytest.mark.parametrize(
    ("other", "caveats"),
    [
        ({}, []),
        ({"attribution": "on_background"}, ["rests_on_anonymous"]),
        ({"attribution": "unattributed"}, []),
        ({"attribution": "anonymous"}, ["rests_on_anonymous"]),
        ({"translation_of": "original"}, ["rests_on_translation"]),
        (
            {"attribution": "anonymous", "translation_of": "original"},
            ["rests_on_anonymous", "rests_on_translation"],
        ),
    ],
)
def test_an_outcome_says_what_kind_of_account_it_rests_on(other: dict[str, Any], caveats: list[str]) -> None:
    claim = derived(
        [account("kremlin"), account("white-house", **other)],
        [stance("kremlin", "affirms"), stance("white-house", "denies")],
    )
    assert (claim["outcome"], claim["caveats"]) == ("contradiction", caveats)
    grounds = [caveat.removeprefix("rests_on_") for caveat in caveats]
    assert claim["rests_on"] == {"kremlin": [], "white-house": grounds}


def test_by_rules_1_whoever_speaks_on_background_is_named() -> None:
    accounts = [account("kremlin"), account("white-house", attribution="on_background")]
    stated: Any = {"stances": [stance("kremlin", "affirms"), stance("white-house", "denies")]}
    claim = derive_claim(stated, accounts, PARTIES, rules=1)
    assert claim["caveats"] == []
    assert "rests_on" not in claim


def test_an_outcome_that_rests_on_an_implication_says_so() -> None:
    implied = [stance("kremlin", "affirms"), stance("white-house", "denies", implied=True)]
    claim = derived([account("kremlin"), account("white-house")], implied)
    assert claim["caveats"] == ["rests_on_implication"]
    assert claim["rests_on"] == {"kremlin": [], "white-house": ["implication"]}


def test_an_outcome_that_rests_on_a_report_says_so() -> None:
    accounts = [account("kremlin"), account("white-house")]
    reported = [stance("kremlin", "affirms"), stance("white-house", "denies", basis="reported")]
    assert derived(accounts, reported)["caveats"] == ["rests_on_report"]


def test_an_account_without_a_stance_is_not_reviewed() -> None:
    claim = derived([account("kremlin"), account("white-house")], [stance("kremlin", "affirms")])
    assert claim["positions"] == {"kremlin": "affirms", "white-house": "not_reviewed"}
    assert (claim["outcome"], claim["flags"]) == ("single_source", ["provisional"])


def test_a_party_without_an_account_has_no_account() -> None:
    claim = derived([account("kremlin")], [stance("kremlin", "affirms")])
    assert claim["positions"] == {"kremlin": "affirms", "white-house": "no_account"}


@pytest.mark.parametrize("position", [None, "affirms", "denies"])
def test_an_observer_decides_nothing(position: str | None) -> None:
    observers = [stance(None, position)] if position else []
    claim = derived(
        [account("kremlin"), account("white-house"), account(None)],
        [stance("kremlin", "affirms"), stance("white-house", "affirms"), *observers],
    )
    assert (claim["outcome"], claim["flags"], claim["caveats"]) == ("agreement", [], [])
    assert list(claim["positions"]) == PARTIES


def test_values_are_compared() -> None:
    claim = derived(
        [account("kremlin"), account("white-house")],
        [stance("kremlin", "affirms", low=45, high=50), stance("white-house", "affirms", low=60, high=60)],
    )
    assert claim["outcome"] == "contradiction"
