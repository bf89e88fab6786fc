"""Questions about notes: one that is missing, and one that sends the reader to a note that is not there."""

import re
from collections import Counter
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
    r"\b(?:(?:as|same as)(?: noted| said| explained)?|see(?: the)?(?: notes?)?) above\b(?!\s+all\b)"
    r"|\b(?:см\.|смотри(?:те)?|как)\s+выше\b|^\W*(?:ditto|idem|ibid)\b|^\W*(?:там же|то же(?: самое)?)\W*$",
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
        if own and (
            named.misses(own, Place(claim["slug"])) or _is_below_nothing(own, before["note"] if before else "")
        ):
            yield Question(Kind.NOTE_REFERS_TO_NONE, Place(claim["slug"]), (Said(own),))
        for stance in claim["stances"]:
            note = stance["note"]
            above = own or (_note_of(before, stance["account"]) if before else "")
            place = CellEntry(claim, stance).place
            if note and (named.misses(note, place) or _is_below_nothing(note, above)):
                yield Question(Kind.NOTE_REFERS_TO_NONE, place, (Said(note),))
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
    """Folded titles and slugs -> the claims and accounts that have them; none for those of topics and parties."""
    notes: Counter[Place]
    """How many notes a claim has, those of its cells among them; and how many an account has."""
    texts: tuple[str, ...]

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
        notes = Counter(Place(claim["slug"]) for claim in document["claims"] if claim["note"])
        noted = [cell.place for cell in cells(document) if cell.stance["note"]]
        notes.update(Place(place.claim) for place in noted)
        notes.update(Place(account=place.account) for place in noted)
        texts = tuple(revision["text"] for account in document["accounts"] for revision in account["revisions"])
        return cls(names, notes, texts)

    def misses(self, note: str, own: Place) -> bool:
        """Whether the note of this claim or cell sends to a name that nothing has, or to a note where there is none."""
        for found in TO_A_NAME.finditer(note):
            is_to_a_note = NOTE.search(found["between"]) is not None
            if not is_to_a_note and any(found["name"] in text for text in self.texts):
                continue  # It sends to words of a text.
            name = f" {_folded(found['name'])} "
            # Part of a title is enough: whoever writes a note shortens.
            places = [places for title, places in self.names.items() if name in f" {title} " or f" {title} " in name]
            if not places:
                return True
            if is_to_a_note and all(places) and not any(self._has_another(one, own) for one in set().union(*places)):
                return True
        return TO_SOME_NOTE.search(note) is not None and not self._has_another(Place(own.claim), own)

    def _has_another(self, place: Place, own: Place) -> bool:
        """Whether this claim or account has a note besides the one that is the claim's or cell's own."""
        return self.notes[place] > (place in (Place(own.claim), Place(account=own.account)))


def _folded(title: str) -> str:
    return " ".join(token.word for token in tokens(title))
