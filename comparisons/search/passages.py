"""Cuts an edition's document into the passages that are indexed for full-text search, with their tokens. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comparisons.comparison.document import Document
from comparisons.texts.sentences import paragraphs, sentences
from comparisons.texts.tokens import Token, tokens

TOKENS_AT_MOST = 256
"""Of a passage. PostgreSQL keeps 256 places of a lexeme, so within a passage it knows them all, as SQLite does."""

SHORTEST = 3
"""Signs of a word that is proposed."""
OPENING = "\"'“„‘«(["


@dataclass(frozen=True)
class PassageRow:
    """The fields of a Passage, but its edition and order."""

    kind: str
    text: str
    stems: str
    words: str
    place: str = ""
    heading: str = ""
    speaker: str = ""
    language: str = ""


def passage_rows(document: Document) -> Iterator[PassageRow]:
    """In the order in which the comparison's page has them. Of each account the latest revision."""
    event = document["event"]
    parties = {party["slug"]: party["name"] for party in document["parties"]}
    yield from _rows("title", event["title"])
    for name in event["participants"]:
        yield from _rows("participant", name)
    for slug, name in parties.items():
        yield from _rows("party", name, place=slug)
    for topic in document["topics"]:
        yield from _rows("topic", topic["name"], place=topic["slug"])
    for claim in document["claims"]:
        for words in (claim["question"], claim["wording"]):
            yield from _rows("claim", words, place=claim["slug"])
        for stance in claim["stances"]:
            for quote in stance["quotes"]:
                yield from _rows("quote", quote["exact"], place=claim["slug"])
    for account in document["accounts"]:
        yield from _rows(
            "text",
            account["revisions"][-1]["text"],
            place=account["id"],
            heading=account["title"],
            speaker=parties[account["party"]] if account["party"] else "",
            language=account["language"],
        )


def words_of(rows: Iterable[PassageRow]) -> list[str]:
    """The words to be proposed for misspelt ones, each once: of three signs or more, and no number."""
    found = {word for row in rows for word in row.words.split() if len(word) >= SHORTEST and not word.isdigit()}
    return sorted(found)


def _rows(kind: str, text: str, **fields: str) -> Iterator[PassageRow]:
    for piece, found in _pieces(text):
        yield PassageRow(
            kind, piece, " ".join(token.stem for token in found), " ".join(token.word for token in found), **fields
        )


def _pieces(text: str) -> Iterator[tuple[str, list[Token]]]:
    """The paragraphs that have words in them; a long one is cut where a sentence ends, or else between two words."""
    for start, end in paragraphs(text):
        paragraph = text[start:end]
        found = list(tokens(paragraph))
        begin = 0
        for cut in _cuts(paragraph, found):
            piece, found = found[:cut], found[cut:]
            # An opening quotation mark goes with the word that it opens.
            after = begin + len(paragraph[begin : found[0].start].rstrip(OPENING)) if found else len(paragraph)
            yield paragraph[begin:after].strip(), piece
            begin = after


def _cuts(paragraph: str, found: list[Token]) -> Iterator[int]:
    """How many tokens each piece takes."""
    if not found:
        return
    if len(found) <= TOKENS_AT_MOST:
        yield len(found)
        return
    # How many tokens there are before the end of each sentence.
    ends: list[int] = []
    count = 0
    for _start, end in sentences(paragraph):
        while count < len(found) and found[count].start < end:
            count += 1
        ends.append(count)
    taken = 0
    last = 0
    for end in ends:
        if end - taken > TOKENS_AT_MOST and last > taken:
            yield last - taken
            taken = last
        while end - taken > TOKENS_AT_MOST:
            yield TOKENS_AT_MOST
            taken += TOKENS_AT_MOST
        last = end
    if last > taken:
        yield last - taken
