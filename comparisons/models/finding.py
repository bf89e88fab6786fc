"""The denormalised index of claims in current editions. Written when an edition is published, replaced by the next."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import connections, models
from django.db.models import Case, Count, F, FilteredRelation, Max, Q, Value, When, Window
from django.db.models.expressions import RawSQL
from django.db.models.functions import ExtractYear, RowNumber
from django.utils.translation import gettext_lazy as _

from comparisons.database import search_index
from comparisons.outcomes import FAMILIES, Outcome, Position

from .fields import LONG, SHORT, slug_field

if TYPE_CHECKING:
    from .edition import Edition
    from .standing import Standing

CountedRow = dict[str, Any]
"""A row of a GROUP BY: the values that it is grouped by, under their names, and the number of its `claims`."""

SPEAKING = (Position.AFFIRMS, Position.AFFIRMS_IN_PART, Position.DENIES, Position.CONFLICTED)
FIRST_IN_FEEDS = ("contradictions", "agreements", "one-sided")
SHOWN = (
    *("claim", "topic", "topic_name", "question", "wording", "kind", "unit", "outcome", "flags", "caveats"),
    *("is_unconfirmed", "order", "edition__slug", "edition__title", "edition__event_date"),
)
"""What a list shows of a claim and of its edition."""
SEVERAL_OR_NONE = "several,none"
"""How claims are asked for that are quoted from no party alone. No party has a slug with a comma."""


def _condition(name: str, value: str) -> Q:
    match name:
        case "show":
            return Q(found__in=FAMILIES[value])
        case "outcome":
            return Q(found=value)
        case "position":
            return Q(position=value)
        case "said_by":
            return Q(speaker=value)
        case "left_out_by":
            return Q(found=Outcome.OMISSION) & ~Q(speaker=value)
        case "event":
            return Q(edition__slug=value)
        case "year":
            return Q(edition__event_date__year=int(value))
        case "topic":
            return Q(topic=value)
        case "origin":
            return Q(origin="" if value == SEVERAL_OR_NONE else value)
    raise ValueError(f"Claims cannot be asked for by {name!r}.")


class FindingQuerySet(models.QuerySet["Finding"]):
    """Claims across events. `found` is the outcome that a page counts: the claim's own, or that of two parties."""

    def of_all(self) -> "FindingQuerySet":
        return self.annotate(found=F("outcome"))

    def on_topic(self, topic: str) -> "FindingQuerySet":
        return self.filter(topic=topic).annotate(found=F("outcome"))

    def of_party(self, party: str) -> "FindingQuerySet":
        """The claims for which this party is compared; `position` is its own."""
        return self.filter(standings__party=party).annotate(found=F("outcome"), position=F("standings__position"))

    def between(self, first: str, second: str) -> "FindingQuerySet":
        """The claims that both are compared on; `speaker` is the one of the two that alone says something, or ""."""
        one, other = (Q(**{f"{side}__position__in": SPEAKING}) for side in ("of_first", "of_second"))
        return (
            self.filter(pairings__first=first, pairings__second=second)
            .alias(
                of_first=FilteredRelation("standings", condition=Q(standings__party=first)),
                of_second=FilteredRelation("standings", condition=Q(standings__party=second)),
            )
            .annotate(
                found=F("pairings__outcome"),
                speaker=Case(
                    When(one & ~other, then=Value(first)),
                    When(other & ~one, then=Value(second)),
                    default=Value(""),
                ),
            )
        )

    def narrowed(self, **asked: str) -> "FindingQuerySet":
        """Those that a reader asks for, by the names of the parameters; every value is one that these claims have."""
        return self.filter(*(_condition(name, value) for name, value in asked.items()))

    def dated(self, since: date | None, until: date | None) -> "FindingQuerySet":
        """Those of events on these days, both included."""
        first = Q(edition__event_date__gte=since) if since else Q()
        last = Q(edition__event_date__lte=until) if until else Q()
        return self.filter(first & last)

    def containing(self, words: Collection[str], *, exact: bool) -> "FindingQuerySet":
        """Full-text search: the claims of which the wording or a quote has these words one after the other."""
        condition, parameter = search_index.condition(connections[self.db].vendor, words, exact=exact)
        passages = f"SELECT edition_id, place FROM {search_index.PASSAGES} WHERE kind IN ('claim', 'quote')"
        own = "(comparisons_finding.edition_id, comparisons_finding.claim)"
        found = RawSQL(f"{own} IN ({passages} AND {condition})", [parameter], output_field=models.BooleanField())
        return self.filter(found)

    def counted_by(self, *names: str) -> list[CountedRow]:
        """How many `claims` in how many `events` have the same values under these names; `year` is the event's."""
        years = self.annotate(year=ExtractYear("edition__event_date"))
        counts = {"claims": Count("pk"), "events": Count("edition", distinct=True)}
        return list(years.order_by().values(*names).annotate(**counts))

    def counted_by_event(self) -> list[tuple[str, str, date, int]]:
        """Each event's slug, title, date and number of claims, by date."""
        names = ("edition__slug", "edition__title", "edition__event_date")
        ordered = self.order_by("edition__event_date", "edition_id")
        return list(ordered.values_list(*names).annotate(claims=Count("pk")))

    def topic_names(self, among: Iterable[str]) -> dict[str, str]:
        """The names of these topics; where editions differ, that of the newest."""
        named = self.filter(topic__in=among).values_list("topic", "topic_name")
        named = named.annotate(newest=Max("edition__published_at"), last=Max("edition_id"))
        return {topic: name for topic, name, *_ in named.order_by("newest", "last")}

    def ranked(self, topics: Sequence[str] = ()) -> "FindingQuerySet":
        """Gives each its `place` in a list: what is found to be a contradiction first, then by topic in this order."""
        contradictions = When(found__in=FAMILIES["contradictions"], then=Value(-1))
        by_topic = (When(topic=topic, then=Value(place)) for place, topic in enumerate(topics))
        return self.annotate(place=Case(contradictions, *by_topic, default=Value(len(topics))))

    def listed(self, standings: "models.QuerySet[Standing] | None" = None) -> "FindingQuerySet":
        """Of ranked ones what a list shows: by place, the newest event first, in the order of its document."""
        ordered = self.order_by("place", "-edition__event_date", "-edition_id", "order")  # type: ignore[misc]
        return ordered.in_lists(standings)

    def in_lists(self, standings: "models.QuerySet[Standing] | None" = None) -> "FindingQuerySet":
        """With what a list shows of each, all its standings or those given, and no document. One query more."""
        fetched = models.Prefetch("standings", standings)
        return self.select_related("edition").only(*SHOWN).prefetch_related(fetched)

    def examples(self, language: str) -> "FindingQuerySet":
        """What the front page may show in this language, the best first; each with its edition.

        A contradiction that rests on nothing but both sides' own words, was read a second time and can be read in
        this language; else an agreement in part, one that can be read before others. The newest event goes first.
        """
        is_readable = Q(readable_in__contains=f" {language} ")
        plain = Q(outcome=Outcome.CONTRADICTION, is_plain=True) & is_readable
        return (
            self.filter(plain | Q(outcome=Outcome.PARTIAL_AGREEMENT))
            .alias(place=Case(When(plain, then=Value(0)), When(is_readable, then=Value(1)), default=Value(2)))
            .order_by("place", "-edition__event_date", "-edition_id", "order")
            .select_related("edition")
        )

    def at(self, places: Collection[tuple[int, str]]) -> dict[tuple[int, str], "Finding"]:
        """By the key of the edition and the slug of the claim, with what a list shows. Two queries."""
        editions, claims = {edition for edition, _claim in places}, {claim for _edition, claim in places}
        found = self.filter(edition__in=editions, claim__in=claims).in_lists()
        return {(finding.edition_id, finding.claim): finding for finding in found} if places else {}

    def first_of_each(self, editions: Collection[int], most: int) -> list[tuple[int, str, str, int]]:
        """Of each of these editions so many of these claims, contradictions first, then as its document has them.

        The key of the edition, the slug of the claim, its outcome as `found`, and how many the edition has in all.
        """
        whens = (When(found__in=FAMILIES[family], then=Value(place)) for place, family in enumerate(FIRST_IN_FEEDS))
        order = [Case(*whens, default=Value(len(FIRST_IN_FEEDS))).asc(), F("order").asc()]
        placed = self.filter(edition__in=editions).annotate(
            place=Window(RowNumber(), partition_by=F("edition"), order_by=order),
            of_edition=Window(Count("pk"), partition_by=F("edition")),
        )
        names = ("edition_id", "claim", "found", "of_edition")
        return list(placed.filter(place__lte=most).order_by("edition", "place").values_list(*names))

    def after(self, last: "Finding") -> "FindingQuerySet":
        """Those of a list that come after this one of it."""
        # `ranked` has added the place.
        place, day, edition = last.place, last.edition.event_date, last.edition_id  # type: ignore[attr-defined]
        same_day = Q(place=place, edition__event_date=day)
        return self.filter(
            Q(place__gt=place)
            | Q(place=place, edition__event_date__lt=day)
            | same_day & (Q(edition__lt=edition) | Q(edition=edition, order__gt=last.order))
        )

    def at_cursor(self, event: str, claim: str) -> "FindingQuerySet":
        place = ("order", "edition__slug", "edition__event_date")
        return self.filter(edition__slug=event, claim=claim).select_related("edition").only(*place)

    def of(self, editions: "models.QuerySet[Edition]", **narrowed: str) -> "FindingQuerySet":
        """The claims of these editions; those of a topic or family where one is given."""
        return self.filter(edition__in=editions.values("pk"), **{name: slug for name, slug in narrowed.items() if slug})

    def sitemap_rows(self) -> "models.QuerySet[Finding, tuple[str, str, datetime]]":
        """The slugs of the comparison and of the claim, and when it was published, by comparison."""
        return self.order_by("edition", "order").values_list("edition__slug", "claim", "edition__published_at")

    def topics_with_last_change(self) -> "models.QuerySet[Finding, tuple[str, datetime]]":
        return self.order_by("topic").values_list("topic").annotate(last=Max("edition__published_at"))

    def editions_by_topic(self) -> dict[str, tuple[str, int]]:
        """Topic -> its name, and how many editions have one of these claims on it."""
        return counted_under_names(
            self.order_by()
            .values_list("topic", "topic_name")
            .annotate(editions=Count("edition", distinct=True), newest=Max("edition"))
        )

    def editions_by_family(self) -> dict[str, int]:
        """Family -> how many editions have one of these claims in it."""
        return dict(self.order_by().values_list("family").annotate(editions=Count("edition", distinct=True)))

    def topic_name(self, slug: str) -> str | None:
        """What the latest edition calls this topic."""
        return self.filter(topic=slug).order_by("-edition").values_list("topic_name", flat=True).first()


def counted_under_names(rows: Iterable[tuple[str, str, int, int]]) -> dict[str, tuple[str, int]]:
    """Slug -> its name in the latest edition, and the editions under all its names together."""
    counts: dict[str, int] = {}
    names: dict[str, tuple[int, str]] = {}
    for slug, name, editions, newest in rows:
        counts[slug] = counts.get(slug, 0) + editions
        names[slug] = max(names.get(slug, (0, "")), (newest, name))
    return {slug: (names[slug][1], count) for slug, count in counts.items()}


class Finding(models.Model):
    """One claim of a current edition."""

    edition = models.ForeignKey(
        "comparisons.Edition", models.CASCADE, related_name="findings", verbose_name=_("edition")
    )
    order = models.PositiveIntegerField(_("order"))
    claim = slug_field(_("claim"))
    topic = slug_field(_("topic"))
    topic_name = models.CharField(_("topic name"), max_length=SHORT)
    question = models.CharField(_("question"), max_length=LONG, blank=True)
    wording = models.CharField(_("wording"), max_length=LONG)
    kind = models.CharField(_("kind"), max_length=20, default="polar")
    unit = models.CharField(_("unit"), max_length=SHORT, blank=True)
    outcome = models.CharField(_("outcome"), max_length=30)
    family = models.CharField(_("family"), max_length=20)
    origin = slug_field(_("origin"), blank=True, help_text=_("The party from whose texts alone it is quoted."))
    flags = models.JSONField(_("flags"), default=list)
    caveats = models.JSONField(_("caveats"), default=list)
    is_plain = models.BooleanField(
        _("in the parties' own words"), default=False, help_text=_("And, of a contradiction, read a second time.")
    )
    readable_in = models.CharField(
        _("readable in"), max_length=SHORT, blank=True, help_text=_("Languages, each between spaces.")
    )
    is_unconfirmed = models.BooleanField(_("not read a second time"), default=False)

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        default_permissions = ("view",)
        ordering = ["edition", "order"]
        constraints = [models.UniqueConstraint(fields=["edition", "claim"], name="one_finding_per_edition_and_claim")]
        indexes = [models.Index(fields=["topic"], name="finding_by_topic")]

    def __str__(self) -> str:
        return f"{self.question or self.wording} {self.outcome}"
