"""The query strings of embedding: which part of a comparison, and how an oEmbed consumer wants it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from comparisons.comparison.comparison import Comparison
from comparisons.query_string import QueryString, member_of, number, one_of, positive_integer

from .embedding import THEMES

FORMATS = ("json", "xml")
TOPIC, CLAIM = "topic-", "claim-"


def edition_asked(data: QueryDict) -> int | None:
    """Read ?edition=, a number; None where the newest is meant. Raises ValidationError."""
    given = data.get("edition", "")
    edition = positive_integer(given)
    if given and edition is None:
        raise no_such_edition()
    return edition


def no_such_edition() -> ValidationError:
    return ValidationError([gettext("“edition” is not the number of an edition of this comparison.")])


@dataclass(frozen=True)
class EmbedQuery(QueryString):
    """Which part of a comparison a frame shows, and in which colours."""

    topic: str = ""
    claim: str = ""
    theme: str = THEMES[0]

    @classmethod
    def parse(cls, data: QueryDict, comparison: Comparison) -> "EmbedQuery":
        """Read ?topic= and ?claim=, one of them at most, and ?theme=. Raises ValidationError."""
        return cls.cleaned(
            data,
            topic=member_of(
                {claim.topic.slug for claim in comparison.claims},
                gettext("“topic” is not a topic of this comparison with a claim."),
            ),
            claim=member_of(
                {claim.slug for claim in comparison.claims}, gettext("“claim” is not a claim of this comparison.")
            ),
            theme=one_of(THEMES),
        )

    @classmethod
    def faults_together(cls, data: QueryDict, cleaned: Mapping[str, object]) -> Iterable[str]:
        if data.get("topic") and data.get("claim"):
            yield gettext("“topic” and “claim” are both given: choose one of them.")


@dataclass(frozen=True)
class PanelQuery(QueryString):
    """What is chosen where the code for a frame is made: nothing, "topic-trade" or "claim-trade-discussed"."""

    what: str = ""
    theme: str = THEMES[0]

    @classmethod
    def parse(cls, data: QueryDict, comparison: Comparison) -> "PanelQuery":
        """Read ?what= and ?theme=. Raises ValidationError."""
        topics = {f"{TOPIC}{claim.topic.slug}" for claim in comparison.claims}
        claims = {f"{CLAIM}{claim.slug}" for claim in comparison.claims}
        message = gettext("“what” is not a topic or a claim of this comparison.")
        return cls.cleaned(data, what=member_of(topics | claims, message), theme=one_of(THEMES))

    @property
    def topic(self) -> str:
        return self.what.removeprefix(TOPIC) if self.what.startswith(TOPIC) else ""

    @property
    def claim(self) -> str:
        return self.what.removeprefix(CLAIM) if self.what.startswith(CLAIM) else ""


@dataclass(frozen=True)
class OEmbedQuery(QueryString):
    """What an oEmbed consumer asks for (https://oembed.com, 2.2)."""

    url: str
    format: str = "json"
    max_width: int | None = field(default=None, metadata={"name": "maxwidth"})
    max_height: int | None = field(default=None, metadata={"name": "maxheight"})
    theme: str = THEMES[0]

    @classmethod
    def parse(cls, data: QueryDict) -> "OEmbedQuery":
        """Read ?url=, ?format=, ?maxwidth=, ?maxheight= and ?theme=. Raises ValidationError."""
        return cls.cleaned(
            data,
            url=_url,
            format=one_of(FORMATS),
            max_width=number(gettext("“maxwidth” is not a number of pixels, such as 400.")),
            max_height=number(gettext("“maxheight” is not a number of pixels, such as 400.")),
            theme=one_of(THEMES),
        )


def _url(_name: str, given: str) -> str:
    if not given:
        raise ValidationError(gettext("“url” is missing: the absolute address of a page of this site."))
    return given
