"""What the desk asks, as the page before publishing lists it: kind by kind, with links, counts and answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from comparisons.comparison.document import Document
from comparisons.editorial.progress import Review
from comparisons.editorial.wording import Way
from comparisons.models import Account, Answer, Claim, Event

from .answers import asked_of, totals_of
from .listed import Listed
from .questions import Kind, Place, Question, Said
from .questions.labels import LABELS

LISTED = 20
WORDS_SHOWN = 5
"""Quotes or notes of one question."""


def anchor_of(digest: str) -> str:
    """The id on the page of the question of this digest."""
    return f"question-{digest[:16]}"


@dataclass(frozen=True)
class AskedQuestion:
    question: Question
    subject: str
    """The claim, the account, both, or the event, in an editor's words."""
    ways: Listed[Way]
    words: Listed[Said]
    answer: Answer | None
    typed: str
    """What stands on the line to answer it, not sent yet."""

    @property
    def anchor(self) -> str:
        return anchor_of(self.question.digest)


@dataclass(frozen=True)
class AskedKind:
    kind: Kind
    counted: str
    considered: str
    open: Listed[AskedQuestion]
    answered: Listed[AskedQuestion]


@dataclass(frozen=True)
class Ways:
    """Where an editor goes to see to something of the event: the desk's panel, or the form of a claim or account."""

    event: Event
    accounts: dict[str, Account]
    claims: dict[str, Claim]
    panel: bool
    """Whether this editor may set a stance: else a cell is looked at on the page of its claim."""

    @classmethod
    def of(cls, event: Event, review: Review, *, panel: bool) -> "Ways":
        accounts = {account.key: account for account in review.accounts}
        return cls(event, accounts, {entry.claim.slug: entry.claim for entry in review.claims}, panel)

    def named(self, place: Place) -> str:
        names = [str(self.claims[place.claim])] if place.claim else []
        names += [self.accounts[place.account].title] if place.account else []
        return " · ".join(names) or str(self.event)

    def to(self, place: Place) -> Way:
        return Way(self.named(place), self._address(place))

    def _address(self, place: Place) -> str:
        if not place.claim:
            return reverse("admin:comparisons_account_change", args=[self.accounts[place.account].pk])
        claim = self.claims[place.claim]
        if not place.account:
            return reverse("admin:comparisons_claim_change", args=[claim.pk])
        return self._to_cell(claim, self.accounts[place.account])

    def _to_cell(self, claim: Claim, account: Account) -> str:
        if not self.panel:
            return reverse("admin:comparisons_claim_change", args=[claim.pk]) + f"#account-{account.pk}"
        back = reverse("admin:comparisons_event_publish", args=[self.event.pk])
        asked = urlencode({"account": account.pk, "claim": f"#{claim.pk}", "next": back})
        return f"{reverse('admin:comparisons_event_desk_panel', args=[self.event.pk])}?{asked}"


def asked_before_publishing(
    event: Event, document: Document, review: Review, *, panel: bool, typed: Mapping[str, str]
) -> tuple[AskedKind, ...]:
    """Every kind with its count, 0 as well. Costs one query, for the answers. `typed` is what was typed on the page."""
    answers = {answer.digest: answer for answer in event.answers.all()}
    ways = Ways.of(event, review, panel=panel)
    asked, total = asked_of(document), totals_of(document)
    return tuple(
        _of_kind(kind, [one for one in asked if one.kind == kind], total[kind], answers, ways, typed) for kind in Kind
    )


def _of_kind(
    kind: Kind,
    questions: list[Question],
    total: int,
    answers: dict[str, Answer],
    ways: Ways,
    typed: Mapping[str, str],
) -> AskedKind:
    return AskedKind(
        kind,
        LABELS[kind].counted % {"count": sum(question.count for question in questions), "total": total},
        str(LABELS[kind].considered),
        _listed((question for question in questions if question.digest not in answers), answers, ways, typed),
        _listed((question for question in questions if question.digest in answers), answers, ways, typed),
    )


def _listed(
    questions: Iterable[Question], answers: dict[str, Answer], ways: Ways, typed: Mapping[str, str]
) -> Listed[AskedQuestion]:
    chosen = Listed.of(questions, at_most=LISTED)
    shown = tuple(
        AskedQuestion(
            question,
            ways.named(question.place),
            Listed(tuple(ways.to(place) for place in question.places[:LISTED]), len(question.places)),
            Listed.of(question.words, at_most=WORDS_SHOWN),
            answers.get(question.digest),
            typed.get(f"words-{question.digest}", ""),
        )
        for question in chosen.rows
    )
    return Listed(shown, chosen.count)
