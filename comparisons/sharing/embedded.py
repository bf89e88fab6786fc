"""What a frame in another page shows, as plain lines: the page renders them, and `cards.frame_height` measures them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext

from comparisons.comparison.claims import ClaimShown, QuoteShown, StanceShown
from comparisons.comparison.comparison import Comparison
from comparisons.wording import (
    attribution_label,
    event_kind,
    grounds_told,
    outcome_label,
    position_counted,
    position_label,
    remark,
    sentence,
    stance_told,
    translated_by,
    untranslated,
)
from comparisons.wording.figures import figure_told

from .embedding import Embedding
from .positions import Group, PartySaid, grouped, said_by_party

SIDE_BY_SIDE = 2
"""More parties than these are grouped by what they said."""
OPEN_AT_MOST = 3
"""Where there are more claims, what each party said is folded."""


@dataclass(frozen=True)
class Line:
    kind: str
    """As its class in the style sheet (`cards.frame_height.LINES` has them all)."""
    text: str
    language: str = ""
    is_reported: bool = False


@dataclass(frozen=True)
class Member:
    """A party within those that said the same."""

    party: str
    position: str
    name: str
    """With what its position rests on."""


@dataclass(frozen=True)
class Part:
    """One side, or all that said the same: who, what, and in which words."""

    name: str
    """Of the one party; nothing of a group."""
    told: str
    members: tuple[Member, ...]
    words: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True)
class EmbeddedClaim:
    claim: ClaimShown
    address: str
    topic: str
    """Above the first claim of each; nothing above the others, or where one claim alone is shown."""
    sentence: str
    outcome: str
    remarks: str
    parts: tuple[Part, ...]
    are_sides: bool
    """Of one party each; they stand side by side where there is room."""


@dataclass(frozen=True)
class EmbeddedPage:
    title: str
    about: str
    """The kind and the day of the event."""
    untranslated: str
    claims: tuple[EmbeddedClaim, ...]
    is_one_claim: bool
    is_folded: bool
    edition: str
    more: str
    """The words of the link to all that there is."""

    @classmethod
    def of(cls, whole: Comparison, asked: Embedding) -> "EmbeddedPage":
        """Of what is published: a preview has none."""
        assert whole.edition
        shown = asked.claims_of(whole)
        day = date_format(whole.edition.published.date, "j E Y")
        return cls(
            title=whole.title,
            about=f"{event_kind(whole.kind)} · {date_format(whole.date, 'j E Y')}",
            untranslated=untranslated(shown),
            claims=tuple(_claims(shown, asked)),
            is_one_claim=bool(asked.claim),
            is_folded=len(shown) > OPEN_AT_MOST,
            edition=gettext("Edition %(number)d, %(day)s") % {"number": whole.edition.number, "day": day},
            more=gettext("The claim in full") if asked.claim else gettext("The comparison in full"),
        )


def _claims(claims: Iterable[ClaimShown], asked: Embedding) -> Iterator[EmbeddedClaim]:
    topic = ""
    for claim in claims:
        said = said_by_party(claim)
        are_sides = len(said) <= SIDE_BY_SIDE
        yield EmbeddedClaim(
            claim=claim,
            address=asked.page_of(claim.slug),
            topic="" if asked.claim or claim.topic.name == topic else claim.topic.name,
            sentence=sentence(claim),
            outcome=outcome_label(claim.outcome),
            remarks=" · ".join(remark(one) for one in claim.remarks),
            parts=tuple(
                [_side(one, claim) for one in said]
                if are_sides
                else [_group(group, claim, len(said)) for group in grouped(said)]
            ),
            are_sides=are_sides,
        )
        topic = claim.topic.name


def _side(said: PartySaid, claim: ClaimShown) -> Part:
    party = said.standing.party
    members = (Member(party.slug, said.standing.position, said.name),)
    return Part(said.name, said.told, members, tuple(_words(said, claim)))


def _group(group: Group, claim: ClaimShown, total: int) -> Part:
    """Words that several use stand once, under the names of all of them."""
    users: dict[tuple[str, ...], list[tuple[str, tuple[Line, ...]]]] = {}
    for said in group.parties:
        for lines in _words(said, claim):
            same = tuple(line.text for line in lines if line.kind not in ("source", "note", "outdated"))
            users.setdefault(same, []).append((said.name, lines))
    return Part(
        "",
        position_counted(group.label, len(group.parties), total),
        tuple(_member(said) for said in group.parties),
        tuple(_together(uses, is_alone=len(group.parties) == 1) for uses in users.values()),
    )


def _member(said: PartySaid) -> Member:
    known = grounds_told(said.standing)
    name = gettext("%(party)s (%(qualifiers)s)") % {"party": said.name, "qualifiers": known} if known else said.name
    return Member(said.standing.party.slug, said.standing.position, name)


def _together(uses: list[tuple[str, tuple[Line, ...]]], *, is_alone: bool) -> tuple[Line, ...]:
    """The same words of several: theirs once, and what stands beside them of each."""
    (_name, lines), *others = uses
    beside = [line for _who, more in others for line in more if line.kind in ("source", "note", "outdated")]
    whose = ", ".join(dict.fromkeys(name for name, _lines in uses))
    named = () if is_alone else (Line("whose", whose),)
    return (*named, *lines, *(line for line in dict.fromkeys(beside) if line not in lines))


def _words(said: PartySaid, claim: ClaimShown) -> Iterator[tuple[Line, ...]]:
    """The quotes of the stances that carry its position, then those of its other accounts, which say so."""
    for stance in (*said.carrying, *said.others):
        above = list(_above(stance, said, claim))
        for number, quote in enumerate(stance.quotes, start=1):
            is_last = number == len(stance.quotes)
            yield (*above, *_quote(quote, stance), *(_below(stance) if is_last else ()))
            above = []


def _above(stance: StanceShown, said: PartySaid, claim: ClaimShown) -> Iterator[Line]:
    if position_label(stance.position, claim) != position_label(said.standing.position, claim):
        yield Line("says", gettext("In this account: %(position)s") % {"position": stance_told(stance, claim)})
    if stance.implied:
        yield Line("says", gettext("The words do not say it; it follows from them."))
    figure = figure_told(stance, claim.unit)
    if figure and figure not in said.label:
        yield Line("figure", figure)


def _quote(quote: QuoteShown, stance: StanceShown) -> Iterator[Line]:
    is_reported = quote.account.id != stance.account.id
    if is_reported:
        yield Line("reporter", gettext("As “%(reporter)s” has it:") % {"reporter": quote.account.title})
    yield Line("quote", quote.exact, quote.account.language, is_reported)
    if quote.translation:
        yield Line("translation", quote.translation.text, quote.translation.language)
        yield Line("by", translated_by(quote.translation))
    source = {"title": quote.account.title, "attribution": attribution_label(quote.account)}
    yield Line("source", gettext("%(title)s, %(attribution)s") % source)


def _below(stance: StanceShown) -> Iterator[Line]:
    if stance.note:
        yield Line("note", stance.note)
    if stance.is_outdated:
        yield Line("outdated", gettext("The text has changed since this was read."))
