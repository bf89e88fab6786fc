"""What a page knows of a quote, of a stance and of the whole."""

from dataclasses import replace
from typing import Any

import pytest

from comparisons.comparison.accounts import accounts_from
from comparisons.comparison.claims import CONTEXT_LENGTH, ClaimShown, QuoteShown, claim_from, headline
from comparisons.comparison.comparison import Comparison
from comparisons.comparison.standings import StandingShown
from comparisons.documents import dump, load
from tests.wording.values import KREMLIN, TRADE, WHITE_HOUSE

LONG_TEXT = "word " * 200


def an_entry(key: str, text: str = "Trade was discussed.", **changes: Any) -> Any:
    """An account as a document has it; `text` is that of its only revision."""
    same = ("title", "kind", "source", "attribution_note", "source_url", "archive_url", "via")
    return {
        "id": key,
        "party": None,
        **dict.fromkeys(same, ""),
        "attribution": "on_record",
        "completeness": "full",
        "scope": "comprehensive",
        "language": "en",
        "issued_at": None,
        "translation_of": None,
        "revisions": [{"captured_at": None, "text": text, "note": ""}],
        **changes,
    }


def a_stance(account: str, *quotes: dict[str, Any], position: str = "affirms") -> dict[str, Any]:
    empty = {"value": "", "note": "", "reviewed_by": "", "low": None, "high": None, "reviewed_at": None}
    return {"account": account, "position": position, "basis": "own_text", "quotes": list(quotes), **empty}


def a_quote(text: str, exact: str, account: str = "kremlin", revision: int = 1) -> dict[str, Any]:
    start = text.index(exact)
    return {"exact": exact, "start": start, "end": start + len(exact), "account": account, "revision": revision}


def claim_with(stances: list[dict[str, Any]], *entries: Any) -> ClaimShown:
    parties = {party.slug: party for party in (KREMLIN, WHITE_HOUSE)}
    entry: Any = {
        "slug": "trade-discussed",
        "topic": "trade",
        **dict.fromkeys(("question", "wording", "unit", "note"), ""),
        "kind": "polar",
        "outcome": "agreement",
        "flags": [],
        "caveats": [],
        "positions": dict.fromkeys(parties, "affirms"),
        "stances": stances,
    }
    standings = [StandingShown(party, "affirms") for party in parties.values()]
    return claim_from(entry, [TRADE], accounts_from(entries, parties), standings)


def quoted(text: str, exact: str) -> QuoteShown:
    claim = claim_with([a_stance("kremlin", a_quote(text, exact))], an_entry("kremlin", text, party="kremlin"))
    stance = claim.cells[0].entries[0].stance
    assert stance
    return stance.quotes[0]


class TestTheContextOfAQuote:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("", ""),
            ("They spoke. ", " They agreed."),
            ("Они говорили о\n\n", "\tи 🤝 ещё"),
            ("x" * CONTEXT_LENGTH, "y" * CONTEXT_LENGTH),
        ],
    )
    def test_is_the_text_around_it_to_the_character(self, before: str, after: str) -> None:
        quote = quoted(f"{before}QUOTE{after}", "QUOTE")
        assert (quote.before, quote.exact, quote.after) == (before, "QUOTE", after)

    def test_is_cut_between_words_where_the_text_is_long(self) -> None:
        quote = quoted(f"{LONG_TEXT}QUOTE {LONG_TEXT}", "QUOTE")
        assert quote.before == "… " + "word " * (CONTEXT_LENGTH // 5)
        assert quote.after == " " + "word " * (CONTEXT_LENGTH // 5 - 1) + "word …"
        for shift in range(1, 6):
            quote = quoted(f"{LONG_TEXT}{'x' * shift} QUOTE {'y' * shift} {LONG_TEXT}", "QUOTE")
            assert quote.before.split() == ["…", *["word"] * (len(quote.before.split()) - 2), "x" * shift]
            assert quote.after.split() == ["y" * shift, *["word"] * (len(quote.after.split()) - 2), "…"]
            assert CONTEXT_LENGTH - 8 <= len(quote.before) - 2 <= CONTEXT_LENGTH
            assert CONTEXT_LENGTH - 8 <= len(quote.after) - 2 <= CONTEXT_LENGTH

    def test_is_cut_anywhere_in_a_script_without_spaces(self) -> None:
        quote = quoted("字" * 500 + "QUOTE" + "字" * 500, "QUOTE")
        assert (quote.before, quote.after) == ("… " + "字" * CONTEXT_LENGTH, "字" * CONTEXT_LENGTH + " …")

    def test_may_be_white_space_or_one_long_word(self) -> None:
        quote = quoted(f"a{' ' * 500}QUOTE{' ' * 500}b", "QUOTE")
        assert (quote.before.strip(), quote.after.strip()) == ("…", "…")
        quote = quoted(f"{'x' * 500} QUOTE {'y' * 500}", "QUOTE")
        assert quote.before.endswith(" ")
        assert quote.after.startswith(" ")

    def test_costs_no_copy_of_the_text(self) -> None:
        """A hundred quotes at the end of a text of the greatest length would copy fifty megabytes."""

        class Counted(str):
            copied = 0

            def __getitem__(self, key: Any) -> str:
                piece = super().__getitem__(key)
                Counted.copied += len(piece)
                return piece

        text = Counted("word " * 1000 + "QUOTE " + "word " * 1000)
        assert quoted(text, "QUOTE").exact == "QUOTE"
        assert Counted.copied <= 4 * CONTEXT_LENGTH

    def test_is_that_of_the_revision_quoted_and_not_of_the_latest(self) -> None:
        old, new = "At first: QUOTE, they said.", "Now: nothing of that, QUOTE or not."
        revisions = [{"captured_at": None, "text": text, "note": ""} for text in (old, new)]
        account = an_entry("kremlin", party="kremlin", revisions=revisions)
        claim = claim_with([a_stance("kremlin", a_quote(old, "QUOTE", revision=1))], account)
        stance = claim.cells[0].entries[0].stance
        assert stance
        assert (stance.quotes[0].before, stance.quotes[0].after) == ("At first: ", ", they said.")
        assert stance.quotes[0].revision.number == 1

    def test_counts_its_characters_as_people_do(self) -> None:
        assert (quoted("QUOTE", "QUOTE").first, quoted("QUOTE", "QUOTE").end) == (1, 5)
        assert (quoted("a QUOTE", "QUOTE").first, quoted("a QUOTE", "QUOTE").end) == (3, 7)


class TestTheAccountsOfAClaim:
    def test_those_that_report_a_stance_are_named_once_and_never_its_own(self) -> None:
        text = "One two three"
        quotes = [
            a_quote(text, "One", "newspaper"),
            a_quote(text, "two", "kremlin"),
            a_quote(text, "three", "newspaper"),
        ]
        entries = [an_entry("kremlin", text, party="kremlin"), an_entry("newspaper", text)]
        stance = claim_with([a_stance("kremlin", *quotes)], *entries).cells[0].entries[0].stance
        assert stance
        assert [account.id for account in stance.reporters] == ["newspaper"]

    def test_an_observer_that_has_not_been_read_is_not_shown_while_a_party_is(self) -> None:
        entries = [an_entry("kremlin", party="kremlin"), an_entry("read"), an_entry("unread")]
        claim = claim_with([a_stance("read", position="silent")], *entries)
        assert [entry.account.id for entry in claim.observers] == ["read"]
        assert [entry.account.id for entry in claim.cells[0].entries] == ["kremlin"]


@pytest.mark.parametrize("keys", ["ab", "ba"])
def test_of_two_accounts_at_the_same_moment_the_same_one_is_always_the_first(keys: str) -> None:
    issued = {"a": "2017-01-28", "b": "2017-01-28T00:00:00Z"}
    accounts = accounts_from([an_entry(key, issued_at=issued[key]) for key in keys], {})
    assert {account.id: account.lag is None for account in accounts} == {"a": True, "b": False}


def test_families_count_every_claim_whichever_are_shown(db: None, document: dict[str, Any]) -> None:
    whole = Comparison.from_document(dump(load(document).event))
    for narrowed in (whole, whole.narrowed(show="open", topic="call", parties=["kremlin"])):
        assert [(part.family, part.count) for part in narrowed.family_counts] == [
            ("agreements", 5),
            ("contradictions", 1),
            ("one-sided", 10),
            ("open", 1),
        ]


def test_parties_stand_in_the_order_of_their_names_whatever_their_addresses(db: None, document: dict[str, Any]) -> None:
    for party in document["parties"]:
        party["name"] = {"kremlin": "the United Kingdom", "white-house": "Élysée"}[party["slug"]]
    whole = Comparison.from_document(dump(load(document).event))
    assert [party.name for party in whole.parties] == ["Élysée", "the United Kingdom"]
    assert [party.name for party in whole.columns] == ["Élysée", "the United Kingdom"]


def test_a_claim_has_the_stances_of_its_columns_and_then_those_of_the_other_accounts() -> None:
    entries = [
        an_entry("newspaper"),
        an_entry("white-house", party="white-house"),
        an_entry("kremlin", party="kremlin"),
        an_entry("remarks", party="kremlin"),
    ]
    stances = [
        {**a_stance("newspaper"), "implied": True},
        a_stance("white-house", position="denies"),
        a_stance("kremlin", position="silent"),
    ]
    claim = claim_with(stances, *entries)
    assert [(stance.account.id, stance.position) for stance in claim.stances] == [
        ("kremlin", "silent"),
        ("white-house", "denies"),
        ("newspaper", "affirms"),
    ], "an account that was not read has no stance"
    assert [stance.implied for stance in claim.stances] == [False, False, True]
    one_column = replace(claim, cells=claim.cells[1:])
    assert [stance.account.id for stance in one_column.stances] == ["white-house", "newspaper"]


@pytest.mark.parametrize(
    ("account", "basis", "can_omit"),
    [
        ({}, "full_text", True),
        ({"completeness": "excerpt"}, "full_text", False),
        ({"completeness": "paraphrase"}, "full_text", False),
        ({"completeness": "excerpt"}, "reported", True),
        ({"scope": "narrow"}, "full_text", False),
        ({"scope": "narrow"}, "reported", False),
    ],
)
def test_a_silence_can_be_an_omission_by_the_rule_alone(account: dict[str, str], basis: str, can_omit: bool) -> None:
    silence = {**a_stance("kremlin", position="silent"), "basis": basis}
    (stance,) = claim_with([silence], an_entry("kremlin", party="kremlin", **account)).stances
    assert stance.can_omit is can_omit


def test_a_claim_without_a_question_is_headed_by_its_wording_in_a_frame() -> None:
    claim = claim_with([])
    assert replace(claim, question="Was it so?", wording="It was.").headline == "Was it so?"
    assert replace(claim, question="", wording="It was.").headline == "Claim: “It was.”"
    assert headline("", "It was.") == "Claim: “It was.”"
