"""Links that ask for another list of comparisons or of claims, and the words for what was asked."""

from dataclasses import dataclass
from datetime import date

from django import template
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext

from comparisons.search.claims import ClaimsQuery
from comparisons.search.query import BrowseQuery
from comparisons.wording import event_kind, family_label, outcome_label

register = template.Library()


@dataclass(frozen=True)
class ActiveFilter:
    """Something that was asked for, and the address of the list without it."""

    words: str
    href: str


@register.simple_tag(takes_context=True)
def asking_list(context: template.Context, **changes: object) -> str:
    """The address of this list with some of its query changed. Never empty, which would ask for the same again."""
    query: BrowseQuery = context["query"]
    return query.changed(**changes) or context["request"].path


@register.simple_tag(takes_context=True)
def parts_asked(context: template.Context, *, word_by_word: bool = False) -> list[ActiveFilter]:
    """All that was asked for, in words. What was searched is one part, or with `word_by_word` a part for each word."""
    query, listing = context["query"], context["listing"]
    asked: list[tuple[str, dict[str, object]]] = []
    if word_by_word and len(query.terms) > 1:
        for term in query.terms:
            others = " ".join(other.given for other in query.terms if other is not term)
            asked.append((_quoted(term.given), {"q": others}))
    elif query.q:
        asked.append((_quoted(query.q), {"q": ""}))
    for name, choices in (("party", listing.parties), ("topic", listing.topics)):
        asked += [(choice.name, {name: ""}) for choice in choices if choice.is_made]
    if query.kind:
        asked.append((event_kind(query.kind), {"kind": ""}))
    if query.family:
        asked.append((family_label(query.family), {"family": ""}))
    asked += _days_asked(query)
    return [ActiveFilter(words, asking_list(context, **changes)) for words, changes in asked]


@register.filter
def claims_with_words(query: BrowseQuery) -> str:
    """The address of the list of claims in whose wording or quotes the same words stand."""
    return reverse("comparisons:claims") + ClaimsQuery(q=query.q).canonical


@register.simple_tag(takes_context=True)
def claims_asked(context: template.Context) -> list[ActiveFilter]:
    """All that was asked of the list of claims, in words, each with the address without it."""
    query: ClaimsQuery = context["query"]
    parties = {choice.value: choice.name for choice in context["search"].parties}
    topics = {choice.value: choice.name for choice in context["search"].topics}
    asked: list[tuple[str, dict[str, object]]] = []
    if query.q:
        asked.append((_quoted(query.q), {"q": ""}))
    if query.show:
        asked.append((family_label(query.show), {"show": ""}))
    if query.outcome:
        asked.append((outcome_label(query.outcome), {"outcome": ""}))
    for party in query.party:
        asked.append((parties[party], {"party": tuple(other for other in query.party if other != party)}))
    if query.topic:
        asked.append((topics[query.topic], {"topic": ""}))
    asked += _days_asked(query)
    return [ActiveFilter(words, query.changed(**changes) or context["request"].path) for words, changes in asked]


def _days_asked(query: BrowseQuery | ClaimsQuery) -> list[tuple[str, dict[str, object]]]:
    asked: list[tuple[str, dict[str, object]]] = []
    if query.since:
        asked.append((gettext("from %(day)s") % {"day": _day(query.since)}, {"since": None}))
    if query.until:
        asked.append((gettext("to %(day)s") % {"day": _day(query.until)}, {"until": None}))
    return asked


def _quoted(words: str) -> str:
    return words if words.startswith('"') and words.endswith('"') else gettext("“%(words)s”") % {"words": words}


def _day(day: date) -> str:
    return date_format(day, "j E Y")
