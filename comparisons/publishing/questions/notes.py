"""Questions about notes: one that is missing, and one that sends the reader to a note that is not there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comparisons.comparison.document import ClaimEntry, Document, StanceEntry
from comparisons.texts.tokens import tokens

from .values import CellEntry, Kind, Place, Question, Said, cells, languages_of, quoted

QUOTED = r"[“”\"«„‘'`](?P<name>[^“”\"«»„‘’'`\n]{2,200})[”“\"»’'`]"
SEE = r"(?:\b(?:see|cf\.|compare)|\b(?:см\.|смотри(?:те)?|ср\.))"
TO_A_NAME = re.compile(rf"{SEE}(?P<between>[^.;:!?\n“”\"«»„‘’'`]{{0,60}})\s{QUOTED}", re.IGNORECASE)
NOTE = re.compile(r"\bnotes?\b|\bпримечани", re.IGNORECASE)
TO_WHAT_STANDS_ABOVE = re.compile(
    r"\b(?:as|same as|see(?: the)?(?: notes?)?) above\b(?!\s+all\b)|^\W*ditto\b|\b(?:см\.|смотри(?:те)?|как)\s+выше\b",
    re.IGNORECASE,
)
TO_SOME_NOTE = re.compile(
    r"\b(?:see|cf\.)\s+(?:the\s+)?(?:other\s+)?notes?\s*(?=[.,;)]|$)|\bсм\.\s+примечани[ея]\s*(?=[.,;)]|$)",
    re.IGNORECASE,
)


def needs_note(stance: StanceEntry) -> bool:
    """In part, by implication, or denied as another account reports it: a reader wants to know how."""
    denies_by_report = stance["position"] == "denies" and stance["basis"] == "reported"
    return stance["position"] == "affirms_in_part" or stance.get("implied", False) or denies_by_report


def missing_notes(document: Document) -> Iterator[Question]:
    languages = languages_of(document)
    for cell in cells(document):
        stance = cell.stance
        if needs_note(stance) and not stance["note"].strip():
            about = (stance["position"], stance["basis"], stance.get("implied", False))
            yield Question(Kind.NOTE_MISSING, cell.place, quoted(stance["quotes"], languages), about)


def notes_that_refer_to_none(document: Document) -> Iterator[Question]:
    """As far as a pattern can tell: by a name in quotation marks that nothing has, or by “as above” below nothing."""
    named = _Named.of(document)
    before: ClaimEntry | None = None
    for claim in document["claims"]:
        own = claim["note"]
        if own and (named.misses(own, claim["slug"]) or _is_below_nothing(own, before["note"] if before else "")):
            yield Question(Kind.NOTE_REFERS_TO_NONE, Place(claim["slug"]), (Said(own),))
        for stance in claim["stances"]:
            note = stance["note"]
            above = own or (_note_of(before, stance["account"]) if before else "")
            if note and (named.misses(note, claim["slug"], stance["account"]) or _is_below_nothing(note, above)):
                yield Question(Kind.NOTE_REFERS_TO_NONE, CellEntry(claim, stance).place, (Said(note),))
        before = claim


def number_of_notes(document: Document) -> int:
    noted = sum(bool(cell.stance["note"]) for cell in cells(document))
    return noted + sum(bool(claim["note"]) for claim in document["claims"])


def _is_below_nothing(note: str, above: str) -> bool:
    return not above and TO_WHAT_STANDS_ABOVE.search(note) is not None


def _note_of(claim: ClaimEntry, account: str) -> str:
    return next((stance["note"] for stance in claim["stances"] if stance["account"] == account), "")


@dataclass(frozen=True)
class _Named:
    """What a note can refer to by name, and where there are notes."""

    names: dict[str, set[Place]]
    """Folded titles and slugs -> the claims, accounts and topics that have them. A topic has no place of its own."""
    noted: frozenset[Place]

    @classmethod
    def of(cls, document: Document) -> "_Named":
        names: dict[str, set[Place]] = {}
        for account in document["accounts"]:
            for name in (account["title"], account["id"], account["source"]):
                names.setdefault(_folded(name), set()).add(Place(account=account["id"]))
        for claim in document["claims"]:
            for name in (claim["question"], claim["wording"], claim["slug"]):
                names.setdefault(_folded(name), set()).add(Place(claim["slug"]))
        for named in (*document["topics"], *document["parties"]):
            for name in (named["name"], named["slug"]):
                names.setdefault(_folded(name), set())
        names.pop("", None)
        noted = {Place(claim["slug"]) for claim in document["claims"] if claim["note"]}
        return cls(names, frozenset(noted | {cell.place for cell in cells(document) if cell.stance["note"]}))

    def misses(self, note: str, claim: str, account: str = "") -> bool:
        """Whether a note of this claim or cell sends to a name that nothing has, or to a note where there is none."""
        others = self.noted - {Place(claim, account)}
        claims, accounts = {one.claim for one in others}, {one.account for one in others}

        def others_have(target: Place) -> bool:
            return target.claim in claims if target.claim else target.account in accounts

        for found in TO_A_NAME.finditer(note):
            name = f" {_folded(found['name'])} "
            # Part of a title is enough: whoever writes a note shortens.
            places = [places for title, places in self.names.items() if name in f" {title} " or f" {title} " in name]
            if not places:
                return True
            if NOTE.search(found["between"]) and all(places) and not any(map(others_have, set().union(*places))):
                return True
        return TO_SOME_NOTE.search(note) is not None and claim not in claims


def _folded(title: str) -> str:
    return " ".join(token.word for token in tokens(title))
