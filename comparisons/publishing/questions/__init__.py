"""What the desk asks before publishing: what may be a slip, and may as well be as it should be. Pure, no database."""

from collections.abc import Iterator

from comparisons.comparison.document import Document

from .notes import missing_notes, needs_note, notes_that_refer_to_none, number_of_notes
from .quotes import cut_quotes, foreign_quotes, quoted_for_and_against, quotes_without_translation
from .values import Kind, Place, Question, Said, cells
from .words import contradictions, notes_that_share_no_word, parts_of_what

__all__ = ["Kind", "Place", "Question", "Said", "questions", "totals"]


def questions(document: Document, *, language: str) -> tuple[Question, ...]:
    """All that is asked of a document as `documents.dump` writes it, kind after kind, in the document's order.

    The language is the one that the site's editors write in.
    """
    return (
        *missing_notes(document),
        *notes_that_refer_to_none(document),
        *cut_quotes(document),
        *quoted_for_and_against(document),
        *parts_of_what(document, language),
        *notes_that_share_no_word(document),
        *claims_without_question(document),
        *quotes_without_translation(document, language),
        *accounts_without_link(document),
    )


def totals(document: Document, *, language: str) -> dict[Kind, int]:
    """How many there are of what each kind of question is asked of."""
    stances = [cell.stance for cell in cells(document)]
    return {
        Kind.NOTE_MISSING: sum(map(needs_note, stances)),
        Kind.NOTE_REFERS_TO_NONE: number_of_notes(document),
        Kind.QUOTE_CUT: sum(len(stance["quotes"]) for stance in stances),
        Kind.QUOTED_FOR_AND_AGAINST: len(document["claims"]),
        Kind.PART_OF_WHAT: sum(stance["position"] == "affirms_in_part" for stance in stances),
        Kind.NOTES_SHARE_NO_WORD: len(contradictions(document)),
        Kind.CLAIM_WITHOUT_QUESTION: len(document["claims"]),
        Kind.QUOTE_WITHOUT_TRANSLATION: sum(1 for _quote in foreign_quotes(document, language)),
        Kind.ACCOUNT_WITHOUT_LINK: len(document["accounts"]),
    }


def claims_without_question(document: Document) -> Iterator[Question]:
    """One question for them all: who writes one claim as a sentence alone does so on purpose, or for all."""
    without = [claim for claim in document["claims"] if not claim["question"]]
    if without:
        yield Question(
            Kind.CLAIM_WITHOUT_QUESTION,
            Place(),
            about=tuple(claim["wording"] for claim in without),
            looked_at=tuple(Place(claim["slug"]) for claim in without),
            count=len(without),
        )


def accounts_without_link(document: Document) -> Iterator[Question]:
    """Those that have neither an original nor an archived copy to go to."""
    for account in document["accounts"]:
        if not account["source_url"] and not account["archive_url"]:
            yield Question(Kind.ACCOUNT_WITHOUT_LINK, Place(account=account["id"]), about=(account["title"],))
