"""What the desk asks, shown on small documents with one fault each, and absent on their like without it."""

from typing import Any

import pytest

from comparisons.publishing.questions import Kind, Question, questions, totals
from tests.publishing.small_documents import a_claim, a_document, a_quote, a_stance, an_account, in_language

CHINESE = "双方讨论了贸易问题。"
RUSSIAN = "Обсуждалась торговля. Стороны договорились о встрече."
TRADE_AT_LENGTH = a_quote("ann-note", "Trade was discussed")
PARTNERS = a_quote("ann-note", "partners agreed on")
NOTED = {"note": "It says how."}
SAME = a_quote("bob-note", "Trade was not discussed")
WITHIN = a_quote("bob-note", "was not discussed")
REPORTED = a_quote("paper", "trade was discussed, which Bob denies")
RUSSIAN_ACCOUNT = in_language("bob-note", "ru-RU", RUSSIAN, party="bob")
RUSSIAN_QUOTE = a_quote("bob-note", "Обсуждалась торговля", RUSSIAN)


def asked(document: Any, kind: Kind) -> list[Question]:
    return [question for question in questions(document, language="en") if question.kind == kind]


def of(stance: dict[str, Any], *others: dict[str, Any], accounts: Any = (), **changes: Any) -> Any:
    return a_document(a_claim(stance, *others, **changes), accounts=accounts)


def chinese(words: str) -> Any:
    account = in_language("bob-note", "zh", CHINESE, party="bob")
    return of(a_stance("bob-note", "affirms", a_quote("bob-note", words, CHINESE)), accounts=[account])


def two_claims(above: dict[str, Any], below: dict[str, Any]) -> Any:
    return a_document(a_claim(above), a_claim(below, slug="visit", question="Was a visit planned?"))


def noted(words: str, **changes: Any) -> Any:
    return of(a_stance("ann-note", "affirms", note=words), **changes)


def contradiction(ann: str, bob: str) -> Any:
    return of(
        a_stance("ann-note", "affirms", note=ann), a_stance("bob-note", "denies", note=bob), outcome="contradiction"
    )


def russian_in_part(**changes: Any) -> Any:
    quote = a_quote("bob-note", "договорились о встрече", RUSSIAN, **changes)
    return of(a_stance("bob-note", "affirms_in_part", quote, **NOTED), accounts=[RUSSIAN_ACCOUNT])


CASES: dict[str, tuple[Kind, Any, Any]] = {
    # what it is: the kind, a document with the fault, and its like without it
    "in part without a note": (
        Kind.NOTE_MISSING,
        of(a_stance("ann-note", "affirms_in_part")),
        of(a_stance("ann-note", "affirms_in_part", **NOTED)),
    ),
    "implied without a note": (
        Kind.NOTE_MISSING,
        of(a_stance("ann-note", "affirms", implied=True)),
        of(a_stance("ann-note", "affirms", implied=False)),
    ),
    "denied by report without a note": (
        Kind.NOTE_MISSING,
        of(a_stance("bob-note", "denies", basis="reported")),
        of(a_stance("bob-note", "denies")),
    ),
    "a name that nothing has": (
        Kind.NOTE_REFERS_TO_NONE,
        noted("See the note on “Sanctions lifted”."),
        noted("See “Trade was discussed”."),
    ),
    "a name that nothing has, in Russian": (
        Kind.NOTE_REFERS_TO_NONE,
        noted("См. примечание к «Санкции сняты»."),
        noted("См. «Was trade discussed?»."),
    ),
    "a slug that nothing has": (Kind.NOTE_REFERS_TO_NONE, noted("See 'visit-planned'."), noted("See 'bob-note'.")),
    "a name that only a text has": (
        Kind.NOTE_REFERS_TO_NONE,
        noted("See the note on “planned”."),
        noted("See “planned” at the end."),
    ),
    "a claim that has no note": (
        Kind.NOTE_REFERS_TO_NONE,
        noted("See the note on “Was trade discussed”."),
        noted("See the note on “Was trade discussed”.", note="It was."),
    ),
    "as above, below nothing": (
        Kind.NOTE_REFERS_TO_NONE,
        two_claims(a_stance("ann-note"), a_stance("ann-note", note="As above.")),
        two_claims(a_stance("ann-note", **NOTED), a_stance("ann-note", note="As above.")),
    ),
    "see above, below another account's note": (
        Kind.NOTE_REFERS_TO_NONE,
        two_claims(a_stance("bob-note", **NOTED), a_stance("ann-note", note="См. выше.")),
        two_claims(a_stance("ann-note", **NOTED), a_stance("ann-note", note="См. выше.")),
    ),
    "the note, where no other is": (Kind.NOTE_REFERS_TO_NONE, noted("See note."), noted("See note.", note="It was.")),
    "no reference": (Kind.NOTE_REFERS_TO_NONE, noted("Ditto."), noted("It says “at length”, as above all it would.")),
    "a quote that begins within a word": (
        Kind.QUOTE_CUT,
        of(a_stance("ann-note", "affirms", a_quote("ann-note", "rade was discussed"))),
        of(a_stance("ann-note", "affirms", TRADE_AT_LENGTH)),
    ),
    "a quote that ends within a word": (
        Kind.QUOTE_CUT,
        of(a_stance("ann-note", "affirms", a_quote("ann-note", "Trade was disc"))),
        of(a_stance("ann-note", "affirms", a_quote("ann-note", "Trade was"))),
    ),
    "a quote that ends before a mark": (
        Kind.QUOTE_CUT,
        of(
            a_stance("bob-note", "affirms", a_quote("bob-note", "the cafe", "the cafe\u0301 there")),
            accounts=[in_language("bob-note", "en", "the cafe\u0301 there")],
        ),
        of(
            a_stance("bob-note", "affirms", a_quote("bob-note", "the cafe", "the cafe’s there")),
            accounts=[in_language("bob-note", "en", "the cafe’s there")],
        ),
    ),
    "a quote of one word": (
        Kind.QUOTE_CUT,
        of(a_stance("ann-note", "affirms", a_quote("ann-note", "tariffs."))),
        of(a_stance("ann-note", "affirms", a_quote("ann-note", "on tariffs."))),
    ),
    "a quote of few signs, where no spaces are": (Kind.QUOTE_CUT, chinese("贸易"), chinese("讨论了贸易")),
    "the same words for and against, by two accounts of a party": (
        Kind.QUOTED_FOR_AND_AGAINST,
        of(a_stance("bob-note", "denies", SAME), a_stance("bob-answer", "affirms", WITHIN)),
        of(a_stance("bob-note", "denies", SAME), a_stance("bob-answer", "denies", WITHIN)),
    ),
    "the same words of an observer, for one party": (
        Kind.QUOTED_FOR_AND_AGAINST,
        of(a_stance("bob-note", "denies", REPORTED), a_stance("bob-answer", "affirms_in_part", REPORTED)),
        of(a_stance("bob-note", "denies", REPORTED), a_stance("ann-note", "affirms", REPORTED)),
    ),
    "the same words for and against, by one account": (
        Kind.QUOTED_FOR_AND_AGAINST,
        of(a_stance("bob-note", "inconsistent", SAME, WITHIN)),
        of(a_stance("bob-note", "inconsistent", SAME, a_quote("bob-note", "Nobody spoke"))),
    ),
    "a part of something else": (
        Kind.PART_OF_WHAT,
        of(a_stance("ann-note", "affirms_in_part", PARTNERS)),
        of(a_stance("ann-note", "affirms_in_part", a_quote("ann-note", "discussed at length"))),
    ),
    "a part of what the other side does not say": (
        Kind.PART_OF_WHAT,
        of(a_stance("ann-note", "affirms_in_part", PARTNERS), a_stance("bob-note", "denies", SAME)),
        of(
            a_stance("ann-note", "affirms_in_part", a_quote("ann-note", "agreed on tariffs")),
            a_stance("bob-note", "denies", a_quote("bob-note", "Nobody spoke of tariffs")),
        ),
    ),
    "a part of something else, in translation": (
        Kind.PART_OF_WHAT,
        russian_in_part(translation={"text": "agreed to meet", "language": "en", "by": "Ann"}),
        russian_in_part(translation={"text": "agreed to meet for trade", "language": "en", "by": "Ann"}),
    ),
    "a part in another language": (
        Kind.PART_OF_WHAT,
        of(a_stance("ann-note", "affirms_in_part", PARTNERS)),
        russian_in_part(),
    ),
    "a contradiction of different things": (
        Kind.NOTES_SHARE_NO_WORD,
        contradiction("Speaks of the visit.", "Speaks of tariffs."),
        contradiction("Speaks of a tariff.", "Speaks of tariffs."),
    ),
    "a contradiction of which one side has a note": (
        Kind.NOTES_SHARE_NO_WORD,
        contradiction("Speaks of the visit.", "Speaks of tariffs."),
        contradiction("Speaks of the visit.", ""),
    ),
    "no question": (Kind.CLAIM_WITHOUT_QUESTION, a_document(a_claim(question="")), a_document(a_claim())),
    "no translation": (
        Kind.QUOTE_WITHOUT_TRANSLATION,
        of(a_stance("bob-note", "affirms", {**RUSSIAN_QUOTE, "translation": None}), accounts=[RUSSIAN_ACCOUNT]),
        of(
            a_stance("bob-note", "affirms", {**RUSSIAN_QUOTE, "translation": {"text": "Trade", "language": "en"}}),
            accounts=[RUSSIAN_ACCOUNT],
        ),
    ),
    "no translation among the accounts": (
        Kind.QUOTE_WITHOUT_TRANSLATION,
        of(a_stance("bob-note", "affirms", RUSSIAN_QUOTE), accounts=[RUSSIAN_ACCOUNT]),
        of(
            a_stance("bob-note", "affirms", RUSSIAN_QUOTE),
            a_stance("bob-answer", "affirms", a_quote("bob-answer", "discuss trade")),
            accounts=[RUSSIAN_ACCOUNT, an_account("bob-answer", translation_of="bob-note")],
        ),
    ),
    "no link": (
        Kind.ACCOUNT_WITHOUT_LINK,
        a_document(accounts=(an_account("paper", source_url=""),)),
        a_document(accounts=(an_account("paper", source_url="", archive_url="https://example.org/kept"),)),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_asked_where_the_fault_is_and_not_where_it_is_not(case: str) -> None:
    kind, with_fault, without = CASES[case]
    assert [len(asked(document, kind)) for document in (with_fault, without)] == [1, 0]


def test_every_kind_is_tried() -> None:
    assert {kind for kind, _with_fault, _without in CASES.values()} == set(Kind)


def test_nothing_is_asked_of_a_document_without_a_fault() -> None:
    ann = a_stance("ann-note", "affirms", TRADE_AT_LENGTH, note="It says that trade was discussed.")
    bob = a_stance("bob-note", "denies", SAME, note="It says that trade was not discussed.")
    assert questions(of(ann, bob, outcome="contradiction"), language="en") == ()
    assert questions(a_document(), language="en") == ()


def test_a_question_is_the_same_until_what_it_is_about_changes() -> None:
    """Its digest changes with the words and with the place, and with nothing else."""

    def digest(words: str, *, account: str = "ann-note", **changes: Any) -> str:
        quote = a_quote(account, words, f"{words}…")
        text = in_language(account, "en", f"{words}…", party="ann")
        [question] = asked(of(a_stance(account, "affirms", quote, **changes), accounts=[text]), Kind.QUOTE_CUT)
        return question.digest

    first = digest("tariffs")
    assert first == digest("tariffs", note="Something else.")
    assert first != digest("duties")
    assert first != digest("tariffs", account="bob-note")


def test_what_is_counted_stands_with_of_how_many() -> None:
    document = a_document(
        a_claim(a_stance("ann-note", "affirms_in_part", PARTNERS), question=""),
        a_claim(a_stance("bob-note", "affirms", RUSSIAN_QUOTE, RUSSIAN_QUOTE, note="So."), slug="visit", question=""),
        a_claim(slug="tariffs"),
        accounts=(RUSSIAN_ACCOUNT,),
    )
    counted = {kind: sum(one.count for one in asked(document, kind)) for kind in Kind}
    of_how_many = totals(document, language="en")
    assert (counted[Kind.NOTE_MISSING], of_how_many[Kind.NOTE_MISSING]) == (1, 1)
    assert (counted[Kind.CLAIM_WITHOUT_QUESTION], of_how_many[Kind.CLAIM_WITHOUT_QUESTION]) == (2, 3)
    assert (counted[Kind.QUOTE_WITHOUT_TRANSLATION], of_how_many[Kind.QUOTE_WITHOUT_TRANSLATION]) == (2, 2)
    assert (counted[Kind.QUOTE_CUT], of_how_many[Kind.QUOTE_CUT]) == (0, 3)
    assert all(counted[kind] <= of_how_many[kind] for kind in Kind)
