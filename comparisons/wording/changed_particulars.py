"""The particulars of an event, an account, a claim and a stance, each before and after where they differ."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from django.utils.formats import date_format
from django.utils.translation import gettext

from comparisons.comparison.accounts import AccountShown, PartyShown
from comparisons.comparison.claims import ClaimShown, StanceShown, TopicShown
from comparisons.comparison.comparison import Comparison
from comparisons.editions.between import EditionChanges
from comparisons.editions.changes import StanceChange, quotes_of
from comparisons.editions.renames import squeezed
from comparisons.models import Account, Claim

from .accounts import account_kind, attribution_label, completeness, event_kind, language_name
from .figures import interval
from .moments import moment
from .particulars import particulars
from .turn import Turn, turned


def event_turns(before: Comparison, after: Comparison) -> tuple[Turn, ...]:
    """The event's own, then the parties and topics that came, went or were renamed."""
    told: dict[str, Callable[[Comparison], str]] = {
        "title": lambda one: one.title,
        "kind": lambda one: event_kind(one.kind),
        "date": lambda one: date_format(one.date, "j E Y"),
        "place": lambda one: one.place,
        "participants": lambda one: "; ".join(one.participants),
        "summary": lambda one: one.summary,
        "slug": lambda one: one.slug,
    }
    own = (turned(particulars([key], "event"), tell(before), tell(after)) for key, tell in told.items())
    return (
        *chain.from_iterable(own),
        *_names(gettext("party"), before.parties, after.parties),
        *_names(gettext("topic"), before.topics, after.topics),
    )


def _names(
    name: str, before: Iterable[PartyShown | TopicShown], after: Iterable[PartyShown | TopicShown]
) -> Iterator[Turn]:
    was, now = ({one.slug: one.name for one in these} for these in (before, after))
    for slug in {**now, **was}:
        yield from turned(name, was.get(slug, ""), now.get(slug, ""))


def account_turns(before: AccountShown, after: AccountShown, between: EditionChanges) -> tuple[Turn, ...]:
    titles = {account.id: account.title for one in (between.before, between.after) for account in one.accounts}
    told: dict[str, Callable[[AccountShown], str]] = {
        "title": lambda one: one.title,
        "party": lambda one: one.party.name if one.party else gettext("no party"),
        "kind": lambda one: account_kind(one.kind),
        "source": lambda one: one.source,
        "attribution": attribution_label,
        "attribution_note": lambda one: one.attribution_note,
        "completeness": completeness,
        "scope": lambda one: str(Account.Scope(one.scope).label),
        "language": lambda one: language_name(one.language),
        "issued_at": lambda one: moment(one.issued) if one.issued else "",
        "source_url": lambda one: one.source_url,
        "archive_url": lambda one: one.archive_url,
        "via": lambda one: one.via,
        "translation_of": lambda one: titles[one.translation_of] if one.translation_of else "",
    }
    own = (turned(particulars([key], "account"), tell(before), tell(after)) for key, tell in told.items())
    return tuple(chain.from_iterable(own))


def claim_turns(before: ClaimShown, after: ClaimShown) -> tuple[Turn, ...]:
    told: dict[str, Callable[[ClaimShown], str]] = {
        "question": lambda one: one.question,
        "wording": lambda one: one.wording,
        "topic": lambda one: one.topic.name if before.topic.slug != after.topic.slug else "",
        "kind": lambda one: str(Claim.Kind(one.kind).label),
        "unit": lambda one: one.unit,
        "note": lambda one: one.note,
    }
    own = (turned(particulars([key], "claim"), tell(before), tell(after)) for key, tell in told.items())
    return tuple(chain.from_iterable(own))


def stance_turns(change: StanceChange, unit_before: str, unit_after: str) -> tuple[Turn, ...]:
    """What its position does not say: figures, the editors' note, translations of words that it rests on as before."""
    before, after = change.before, change.after
    words_before, words_after = (one.value if one else "" for one in (before, after))
    figure_before = interval(before, unit_before) if before else ""
    figure_after = interval(after, unit_after) if after else ""
    return (
        *turned(particulars(["value"], "stance"), words_before, words_after),
        *turned(gettext("figure"), figure_before, figure_after),
        *turned(particulars(["note"], "stance"), before.note if before else "", after.note if after else ""),
        *_translations(before, after),
    )


def _translations(before: StanceShown | None, after: StanceShown | None) -> Iterator[Turn]:
    was = {squeezed(quote.exact): quote.translation for quote in quotes_of(before)}
    for quote in quotes_of(after):
        earlier, later = was.get(squeezed(quote.exact)), quote.translation
        if squeezed(quote.exact) in was and (told := later or earlier):
            before_words, after_words = (one.text if one else "" for one in (earlier, later))
            yield from turned(gettext("translation"), before_words, after_words, told.language)
