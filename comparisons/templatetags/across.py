"""The words, links and charts of the pages that count across events."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django import template
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from comparisons.across.columns import Asks, CountColumn
from comparisons.across.query import ListedClaimsQuery
from comparisons.across.statistics import Head, Scope, Table
from comparisons.comparison.accounts import PartyShown
from comparisons.models.finding import SEVERAL_OR_NONE
from comparisons.wording import FAMILIES, POSITIONS, in_sentence, outcome_label, possessive

register = template.Library()

ROW = 48
"""The height of one row of the chart: its words, and below them its bar."""


@register.filter
def address(asks: Asks) -> str:
    """The query string that asks for these claims; for all of them, the place of the list on the page."""
    return f"?{urlencode(asks, safe=',')}" if asks else "#claims"


@register.filter
def column_label(column: CountColumn) -> str:
    """What a number counts: "The Kremlin said so; not in the White House’s text"."""
    if column.kind == "family":
        return str(FAMILIES[column.key])
    if column.kind == "position":
        return str(POSITIONS[column.key])
    if column.kind == "origin":
        return _origin(column.speaker)
    if column.speaker and column.other:
        return _one_alone(column.key, in_sentence(column.speaker.name), in_sentence(column.other.name))
    return outcome_label(column.key)


def _one_alone(outcome: str, speaker: str, other: str) -> str:
    sentences = {
        "omission": gettext("%(speaker)s said so; %(others)s text does not mention it"),
        "single_source": gettext("%(speaker)s said so; too little is held from %(other)s"),
        "denied_by_one": gettext("%(speaker)s alone denied it"),
        "internal_contradiction": gettext("%(speaker)s alone spoke, and contradicts itself"),
    }
    return capfirst(sentences[outcome] % {"speaker": speaker, "other": other, "others": possessive(other)})


def _origin(party: PartyShown | None) -> str:
    if party is None:
        return gettext("several sides, or none")
    return gettext("only %(parties)s texts") % {"parties": possessive(in_sentence(party.name))}


@register.filter
def head_label(head: Head) -> str:
    """What a row counts: a topic, a party, two parties, a day or a year."""
    if head.kind == "pair" and not head.name:
        return gettext("%(one)s and %(other)s") % {"one": head.parties[0].name, "other": head.parties[1].name}
    return _day(head.day) if head.day else head.name


def _day(day: date) -> str:
    return date_format(day, "j E Y")


@dataclass(frozen=True)
class Chosen:
    """One parameter of the query in words, and the address without it."""

    words: str
    without: str


@register.simple_tag(takes_context=True)
def chosen(context: template.Context) -> tuple[Chosen, ...]:
    """What the reader asks for, in words."""
    query: ListedClaimsQuery = context["query"]
    scope: Scope = context["scope"]
    parties = {party.slug: party for party in context["parties"]}
    path = context["request"].path
    return tuple(
        Chosen(_words(name, value, scope, parties), query.changed(**{name: ""}) or path)
        for name, value in query.filters.items()
    )


@register.simple_tag(takes_context=True)
def narrowed_to(context: template.Context, title: str) -> str:
    """The title of the page, after what the reader asks for: "Contradictions: Trade in all events"."""
    asked = ", ".join(one.words for one in chosen(context))
    return " ".join((f"{asked}: {title}" if asked else title).split())


def _words(name: str, value: str, scope: Scope, parties: dict[str, PartyShown]) -> str:
    match name:
        case "show":
            return str(FAMILIES[value])
        case "outcome":
            return outcome_label(value)
        case "position":
            return str(POSITIONS[value])
        case "origin":
            return _origin(None if value == SEVERAL_OR_NONE else parties[value])
        case "topic":
            return next(topic.name for topic in scope.topics if topic.key == value)
        case "event":
            event = next(event for event in scope.events if event.slug == value)
            return f"{event.title}, {_day(event.day)}"
        case "year":
            return value
    party = in_sentence(parties[value].name)
    if name == "left_out_by":
        return gettext("%(parties)s text does not mention it") % {"parties": possessive(party)}
    return gettext("%(party)s alone spoke") % {"party": party}


@dataclass(frozen=True)
class ChartSegment:
    """A family's part of a bar, in per cent of the chart's width."""

    family: str
    start: str
    end: str


@dataclass(frozen=True)
class Bar:
    words: str
    sentence: str
    """The same and its figures, for whoever does not see the chart."""
    baseline: int
    top: int
    upper: int
    lower: int
    bottom: int
    segments: tuple[ChartSegment, ...]


@register.inclusion_tag("across/_chart.html")
def chart(table: Table, title: str) -> dict[str, object]:
    """A bar for each row, all to one scale: as long as its claims are many, in four parts."""
    most = max((row.head.claims for row in table.rows), default=0)
    bars = []
    for number, row in enumerate(table.rows):
        segments, start = [], 0
        for part in row.families:
            end = start + part.count
            if part.count:
                segments.append(ChartSegment(part.family, _percent(start, most), _percent(end, most)))
            start = end
        claims = ngettext("%(count)d claim", "%(count)d claims", row.head.claims) % {"count": row.head.claims}
        words = gettext("%(row)s: %(claims)s") % {"row": head_label(row.head), "claims": claims}
        parts = ", ".join(f"{FAMILIES[part.family]} {part.count}" for part in row.families)
        sentence = gettext("%(words)s. %(parts)s.") % {"words": words, "parts": parts}
        top = number * ROW
        bars.append(Bar(words, sentence, top + 14, top + 20, top + 25, top + 33, top + 38, tuple(segments)))
    return {"title": title, "bars": bars, "height": len(bars) * ROW, "families": tuple(FAMILIES)}


def _percent(count: int, most: int) -> str:
    return f"{100 * count / most:.4g}%"
