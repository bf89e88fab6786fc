"""The accounts in full, segmented at their quotes, with translations aligned beside their originals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from comparisons.texts.alignment import blocks, by_original, in_blocks
from comparisons.texts.anchors import segments

from .accounts import AccountShown, PartyShown
from .claims import Cell, CellEntry, ClaimShown, QuoteShown, StanceShown
from .comparison import Comparison
from .standings import StandingShown

# Of the claims that rest on the very same words, so many are named there; the list of all claims has the rest.
NAMED_AT_MOST = 20


@dataclass(frozen=True)
class NumberedClaim:
    number: int
    """From 1, in the order of the document."""
    claim: ClaimShown


@dataclass(frozen=True)
class Stretch:
    """Words that carry the same claims; with none they are plain."""

    text: str
    anchor: str
    claims: tuple[NumberedClaim, ...]
    numbers: str
    """Of all of them, in a row."""
    is_numbered: bool
    """Whether the claims are numbered here; else they all are where the next words end."""
    is_chosen: bool
    families: tuple[str, ...]
    """Of its claims, each once."""

    @property
    def others(self) -> tuple[NumberedClaim, ...]:
        """The claims numbered beside the first."""
        return self.claims[1:NAMED_AT_MOST] if self.is_numbered else ()

    @property
    def left_out(self) -> int:
        return max(0, len(self.claims) - NAMED_AT_MOST) if self.is_numbered else 0


@dataclass(frozen=True)
class FullText:
    """The latest text of an account."""

    account: AccountShown
    blocks: tuple[tuple[Stretch, ...], ...]
    """As many as the translation beside it has, so that they are aligned; else one."""
    earlier: tuple[NumberedClaim, ...]
    """The claims that rest on an earlier text of this account, whose words cannot be marked in this one."""

    @property
    def length(self) -> int:
        """In characters, without white space."""
        return _written(self.account.latest.text)

    @property
    def quoted(self) -> int:
        """How many of these characters at least one claim rests on."""
        return sum(_written(stretch.text) for block in self.blocks for stretch in block if stretch.claims)


@dataclass(frozen=True)
class TextColumn:
    party: PartyShown | None
    """None for the accounts that speak for no party."""
    groups: tuple[tuple[FullText, ...], ...]
    """Each text by itself, or an original with its translations after it."""


@dataclass(frozen=True)
class Place:
    """A quote of a stance, with its number."""

    quote: QuoteShown
    number: int
    """Among the words of the same party, or of the same other account, that carry the claim; from 1."""
    is_reported: bool

    @property
    def anchor(self) -> str:
        return anchor_of(self.quote)


@dataclass(frozen=True)
class Side:
    """What one party said, or one other account, with the places of the words."""

    standing: StandingShown | None
    """None for another account."""
    stance: StanceShown | None
    """None for a party."""
    places: tuple[Place, ...]


@dataclass(frozen=True)
class FullTexts:
    """The texts of a comparison, and the claim that the reader follows through them."""

    comparison: Comparison
    claims: tuple[NumberedClaim, ...]
    chosen: NumberedClaim | None

    @classmethod
    def of(cls, comparison: Comparison, claim: str = "") -> "FullTexts":
        """`claim` is the slug of the chosen one."""
        claims = tuple(NumberedClaim(number, one) for number, one in enumerate(comparison.claims, start=1))
        return cls(comparison, claims, next((one for one in claims if one.claim.slug == claim), None))

    @property
    def previous(self) -> NumberedClaim | None:
        return self.claims[self.chosen.number - 2] if self.chosen and self.chosen.number > 1 else None

    @property
    def next(self) -> NumberedClaim | None:
        return self.claims[self.chosen.number] if self.chosen and self.chosen.number < len(self.claims) else None

    @cached_property
    def columns(self) -> tuple[TextColumn, ...]:
        """One for each party, in the declared order; then one for the accounts that speak for none."""
        groups = [self._beside_each_other(group) for group in grouped(self.comparison.accounts)]
        parties: tuple[PartyShown | None, ...] = (
            *self.comparison.parties,
            *([None] if self.comparison.observers else []),
        )
        columns = (
            TextColumn(party, tuple(group for group in groups if group[0].account.party == party)) for party in parties
        )
        return tuple(column for column in columns if column.party or column.groups)

    @property
    def texts(self) -> tuple[FullText, ...]:
        """In the order of the page."""
        return tuple(text for column in self.columns for group in column.groups for text in group)

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """What was said on the chosen claim, with the words to go to."""
        if self.chosen is None:
            return ()
        claim = self.chosen.claim
        numbers = _numbers(claim)
        parties = (_side(cell.standing, None, _stances(cell), numbers) for cell in claim.cells)
        others = (_side(None, entry.stance, [entry.stance], numbers) for entry in claim.observers if entry.stance)
        return (*parties, *others)

    @property
    def marked_count(self) -> int:
        """How many passages of the chosen claim are marked in the texts."""
        return len({place.anchor for side in self.sides for place in side.places if place.anchor})

    @cached_property
    def _families(self) -> dict[int, str]:
        return {numbered.number: numbered.claim.family for numbered in self.claims}

    @cached_property
    def _spans(self) -> dict[str, list[tuple[int, int, int]]]:
        """An account's id -> start, end and claim's number of each passage of its latest text."""
        spans: dict[str, list[tuple[int, int, int]]] = {}
        for numbered in self.claims:
            for quote in quotes_of(numbered.claim):
                if is_of_latest(quote):
                    spans.setdefault(quote.account.id, []).append((quote.start, quote.end, numbered.number))
        return spans

    @cached_property
    def _earlier(self) -> dict[str, dict[int, NumberedClaim]]:
        """An account's id -> the claims, by number, that rest on an earlier text of it."""
        earlier: dict[str, dict[int, NumberedClaim]] = {}
        for numbered in self.claims:
            for quote in quotes_of(numbered.claim):
                if not is_of_latest(quote):
                    earlier.setdefault(quote.account.id, {})[numbered.number] = numbered
        return earlier

    def _beside_each_other(self, group: Sequence[AccountShown]) -> tuple[FullText, ...]:
        texts = [account.latest.text for account in group]
        ends = blocks(texts[0], texts[1:], shared_by=sum(bool(one.translation_of) for one in self.comparison.accounts))
        return tuple(self._text(account, own) for account, own in zip(group, ends, strict=True))

    def _text(self, account: AccountShown, ends: Sequence[int]) -> FullText:
        cut = in_blocks(segments(account.latest.text, self._spans.get(account.id, [])), ends)
        following = [set(segment.keys) for block in cut for segment in block][1:]
        shared = iter([*following, set[int]()])
        start = 0
        found = []
        for block in cut:
            stretches = []
            for segment in block:
                stretches.append(
                    Stretch(
                        text=segment.text,
                        anchor=_anchor(account, start) if segment.keys else "",
                        claims=tuple(self.claims[number - 1] for number in segment.keys),
                        is_numbered=not next(shared).issuperset(segment.keys),
                        numbers=" ".join(map(str, segment.keys)),
                        is_chosen=self.chosen is not None and self.chosen.number in segment.keys,
                        families=tuple(dict.fromkeys(map(self._families.__getitem__, segment.keys))),
                    )
                )
                start += len(segment.text)
            found.append(tuple(stretches))
        return FullText(account, tuple(found), tuple(self._earlier.get(account.id, {}).values()))


def grouped(accounts: Sequence[AccountShown]) -> list[list[AccountShown]]:
    """Each account by itself, but a translation after its original, where it speaks for the same party or for none."""
    by_id = {account.id: account for account in accounts}

    def original(account: AccountShown) -> str | None:
        of = by_id.get(account.translation_of or "")
        return of.id if of and account.party in (of.party, None) else None

    return [[by_id[one] for one in group] for group in by_original({one.id: original(one) for one in accounts})]


def quotes_of(claim: ClaimShown) -> Iterator[QuoteShown]:
    """All words that a claim rests on, those of other accounts included."""
    for entry in _entries(claim):
        if entry.stance:
            yield from entry.stance.quotes


def is_of_latest(quote: QuoteShown) -> bool:
    return quote.revision.number == quote.account.latest.number


def anchor_of(quote: QuoteShown) -> str:
    """The id of the quoted words on the page of the texts; empty where they are in an earlier revision alone."""
    return _anchor(quote.account, quote.start) if is_of_latest(quote) else ""


def _anchor(account: AccountShown, start: int) -> str:
    return f"at-{account.id}-{start}"


def _entries(claim: ClaimShown) -> Iterator[CellEntry]:
    for cell in claim.cells:
        yield from cell.entries
    yield from claim.observers


def _stances(cell: Cell) -> list[StanceShown]:
    return [entry.stance for entry in cell.in_reading_order if entry.stance]


def _numbers(claim: ClaimShown) -> dict[QuoteShown, int]:
    """The number of each place among those of the same party or other account, in the order of the texts."""
    order = {account.id: number for number, account in enumerate(claim.accounts)}
    quotes = sorted(
        set(quotes_of(claim)), key=lambda quote: (order[quote.account.id], quote.revision.number, quote.start)
    )
    numbers: dict[QuoteShown, int] = {}
    counts: dict[str, int] = {}
    for quote in quotes:
        speaker = f"party {quote.account.party.slug}" if quote.account.party else f"account {quote.account.id}"
        counts[speaker] = numbers[quote] = counts.get(speaker, 0) + 1
    return numbers


def _side(
    standing: StandingShown | None,
    stance: StanceShown | None,
    stances: Sequence[StanceShown],
    numbers: dict[QuoteShown, int],
) -> Side:
    places = (
        Place(quote, numbers[quote], is_reported=quote.account.id != one.account.id)
        for one in stances
        for quote in one.quotes
    )
    return Side(standing, stance, tuple(dict.fromkeys(places)))


def _written(text: str) -> int:
    return len("".join(text.split()))
