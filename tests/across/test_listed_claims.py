"""A claim in lists: two parties side by side, more in groups by what they said, none more certain than its words."""

from dataclasses import replace
from typing import Any

import pytest

from comparisons.across.listed_claims import ListedClaim
from comparisons.across.listing import ClaimListing
from comparisons.comparison.statements import Statements
from comparisons.documents import load
from comparisons.models import Edition, Finding, Standing
from comparisons.publishing.publish import publish
from comparisons.wording import figure_told
from comparisons.wording.across import further_quotes, position_alike, quoted_with
from tests.factories import with_a_third_party

pytestmark = pytest.mark.django_db


def listed(claim: str, **given: Any) -> ListedClaim:
    return ListedClaim.of(Finding.objects.get(claim=claim), **given)


def of_pair(*pair: str) -> ListedClaim:
    trade = Finding.objects.between(*pair).narrowed(topic="trade").ranked()
    (claim,) = ClaimListing.of(trade, after=None, pair=pair).claims
    return claim


def test_each_side_stands_there_by_name_with_its_words(edition: Edition) -> None:
    claim = listed("trade-discussed")
    assert [side.party.slug for side in claim.sides] == ["kremlin", "white-house"]
    kremlin, white_house = claim.sides
    assert kremlin.said.shown[0].quotes[0].exact.startswith("restoring mutually beneficial trade")
    assert white_house.said.shown[0].quotes[0].is_reported
    assert claim.sides_alike == (), "two have a column each"


def test_of_four_parties_those_who_said_the_same_are_one_group(document: dict[str, Any]) -> None:
    publish(load(with_a_third_party(document)).event, by="ann")
    claim = listed("trade-discussed")
    groups = [(position_alike(one, claim), [side.party.slug for side in one.sides]) for one in claim.sides_alike]
    assert groups == [
        ("Said so (2 of 4)", ["berlin", "kremlin"]),
        ("Denied it (1 of 4)", ["white-house"]),
        ("No account held (1 of 4)", ["vienna"]),
    ]
    affirming = claim.sides_alike[0]
    assert [[party.slug for party in one.parties] for one in affirming.words] == [["berlin"], ["kremlin"]]
    assert not any(one.is_of_all for one in affirming.words)


def test_identical_words_stand_once_with_all_names(edition: Edition) -> None:
    claim = listed("trade-discussed")
    kremlin = claim.sides[0]
    named = (replace(kremlin.standing.party, slug=slug, name=slug.title()) for slug in ("a", "b", "c"))
    same = tuple(replace(kremlin, standing=replace(kremlin.standing, party=party)) for party in named)
    titled = replace(same[1].said.shown[0].quotes[0], account="Another title")
    other_title = replace(same[1].said.shown[0], account="Another title", quotes=(titled,))
    sides = (same[0], replace(same[1], said=Statements((other_title,), 2)), same[2])
    (group,) = replace(claim, sides=sides).sides_alike
    (words,) = group.words
    assert [party.name for party in words.parties] == ["A", "B", "C"]
    assert words.is_of_all
    assert group.further_quotes == 2
    assert words.further_accounts == 2, "each of the three has its own, though two have one title"
    reported = replace(titled, is_reported=True)
    apart = replace(same[1], said=Statements((replace(other_title, quotes=(reported,)),), 0))
    (group,) = replace(claim, sides=(same[0], apart, same[2])).sides_alike
    assert [len(one.parties) for one in group.words] == [2, 1], "a report of words is not the words"


def test_a_pair_has_the_outcome_between_the_two_and_its_missing_second_reading(document: dict[str, Any]) -> None:
    publish(load(with_a_third_party(document)).event, by="ann")
    agreed = of_pair("berlin", "kremlin")
    assert (agreed.outcome, agreed.whole_outcome, agreed.remarks) == ("agreement", "contradiction", ())
    assert [side.party.slug for side in agreed.sides] == ["berlin", "kremlin"]
    opposed = of_pair("kremlin", "white-house")
    assert opposed.remarks == ("unconfirmed",), "nobody has read this one a second time"


def test_of_a_pair_no_other_standing_is_fetched(
    document: dict[str, Any], django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(load(with_a_third_party(document)).event, by="ann")
    fetched: list[str] = []
    from_db = Standing.from_db.__func__  # type: ignore[attr-defined]

    def counted(model: type[Standing], db: str, names: Any, values: Any) -> Standing:
        standing: Standing = from_db(model, db, names, values)
        fetched.append(standing.party)
        return standing

    monkeypatch.setattr(Standing, "from_db", classmethod(counted))
    with django_assert_num_queries(4):
        claim = of_pair("berlin", "kremlin")
    assert sorted(fetched) == ["berlin", "kremlin"]
    assert claim.whole_outcome == "contradiction", "and still it is known that there are more"


def test_the_sides_are_put_into_groups_once(document: dict[str, Any]) -> None:
    publish(load(with_a_third_party(document)).event, by="ann")
    claim = listed("trade-discussed")
    assert claim.sides_alike is claim.sides_alike


def test_the_parties_stand_by_name(document: dict[str, Any]) -> None:
    publish(load(with_a_third_party(document)).event, by="ann")
    claim = listed("trade-discussed")
    assert [side.party.name for side in claim.sides] == ["Berlin", "Kremlin", "Vienna", "White House"]


def test_a_figure_is_told_in_its_words_and_as_an_interval(edition: Edition) -> None:
    statement = listed("trade-discussed").sides[0].said.shown[0]
    assert figure_told(statement, "") == ""
    assert figure_told(replace(statement, low=55, high=65, value="about an hour"), "minutes") == (
        "about an hour (55–65 minutes)"
    )
    assert figure_told(replace(statement, low=60, high=60), "minutes") == "60 minutes"
    assert figure_told(replace(statement, low=60, high=60, value="60 minutes"), "minutes") == "60 minutes"


def test_beside_a_quote_stands_that_nobody_is_named_for_it(edition: Edition) -> None:
    quote = listed("trade-discussed").sides[0].said.shown[0].quotes[0]
    assert quoted_with(replace(quote, attribution="on_record")) == ""
    assert quoted_with(replace(quote, attribution="anonymous")) == "not named"
    assert (further_quotes(0), further_quotes(1), further_quotes(2)) == ("", "1 more quote", "2 more quotes")
