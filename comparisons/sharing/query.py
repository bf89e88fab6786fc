"""What other people's pages ask for: which part of a comparison, and how an oEmbed consumer wants it."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from comparisons.addresses import number_in
from comparisons.comparison.comparison import Comparison

from .embedding import Embedding

FORMATS = ("json", "xml")
TOPIC, CLAIM = "topic-", "claim-"


def edition_asked(data: QueryDict) -> int | None:
    """Read ?edition=, a number; None where the newest is meant. Raises ValidationError."""
    given = data.get("edition", "")
    number = number_in(given)
    if given and number is None:
        raise no_such_edition()
    return number


def no_such_edition() -> ValidationError:
    return ValidationError([gettext("“edition” is not the number of an edition of this comparison.")])


@dataclass(frozen=True)
class EmbedQuery:
    """Which part of a comparison a frame shows."""

    topic: str = ""
    claim: str = ""

    @classmethod
    def parse(cls, data: QueryDict, comparison: Comparison) -> "EmbedQuery":
        """Read ?topic= and ?claim=, one of them at most, all faults at once. Raises ValidationError."""
        query = cls(topic=data.get("topic", ""), claim=data.get("claim", ""))
        faults = []
        if query.topic and not Embedding(comparison.slug, topic=query.topic).is_in(comparison):
            faults.append(gettext("“topic” is not a topic of this comparison with a claim."))
        if query.claim and not Embedding(comparison.slug, claim=query.claim).is_in(comparison):
            faults.append(gettext("“claim” is not a claim of this comparison."))
        if query.topic and query.claim:
            faults.append(gettext("“topic” and “claim” are both given: choose one of them."))
        if faults:
            raise ValidationError(faults)
        return query


@dataclass(frozen=True)
class PanelQuery:
    """What is chosen where the code for a frame is made: nothing, "topic-trade" or "claim-trade-discussed"."""

    what: str = ""

    @classmethod
    def parse(cls, data: QueryDict, comparison: Comparison) -> "PanelQuery":
        """Read ?what=. Raises ValidationError."""
        query = cls(what=data.get("what", ""))
        is_known = query.topic or query.claim or not query.what
        if not is_known or not Embedding(comparison.slug, query.topic, query.claim).is_in(comparison):
            raise ValidationError([gettext("“what” is not a topic or a claim of this comparison.")])
        return query

    @property
    def topic(self) -> str:
        return self.what.removeprefix(TOPIC) if self.what.startswith(TOPIC) else ""

    @property
    def claim(self) -> str:
        return self.what.removeprefix(CLAIM) if self.what.startswith(CLAIM) else ""


@dataclass(frozen=True)
class OEmbedQuery:
    """What an oEmbed consumer asks for (https://oembed.com, 2.2)."""

    url: str
    format: str = "json"
    max_width: int | None = None
    max_height: int | None = None

    @classmethod
    def parse(cls, data: QueryDict) -> "OEmbedQuery":
        """Read ?url=, ?format=, ?maxwidth= and ?maxheight=, all faults at once. Raises ValidationError."""
        query = cls(
            url=data.get("url", ""),
            format=data.get("format") or "json",
            max_width=number_in(data.get("maxwidth", "")),
            max_height=number_in(data.get("maxheight", "")),
        )
        faults = []
        if not query.url:
            faults.append(gettext("“url” is missing: the absolute address of a page of this site."))
        if query.format not in FORMATS:
            faults.append(gettext("“format” is one of: %(choices)s.") % {"choices": ", ".join(FORMATS)})
        if data.get("maxwidth") and query.max_width is None:
            faults.append(gettext("“maxwidth” is not a number of pixels, such as 400."))
        if data.get("maxheight") and query.max_height is None:
            faults.append(gettext("“maxheight” is not a number of pixels, such as 400."))
        if faults:
            raise ValidationError(faults)
        return query
