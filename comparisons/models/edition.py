"""Editions, their withdrawals, and the slugs that comparisons have or had."""

import hashlib
import json
from collections.abc import Collection, Iterator
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db import connections, models
from django.db.models import Count, Exists, Max, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast, Length
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.comparison.document import Document
from comparisons.outcomes import FAMILIES

from .event import Event
from .fields import LONG, slug_field
from .finding import Finding
from .standing import Pairing, Standing


class EditionQuerySet(models.QuerySet["Edition"]):
    def current(self) -> "EditionQuerySet":
        """The latest edition of each event, with its withdrawal where it was withdrawn."""
        newer = Edition.objects.filter(event=OuterRef("event"), number__gt=OuterRef("number"))
        return self.filter(~Exists(newer)).select_related("withdrawal")

    def current_of(self, events: Collection[int]) -> "EditionQuerySet":
        return self.current().without_documents().filter(event__in=events)

    def at_slug(self, slug: str) -> "EditionQuerySet":
        """The current edition of the comparison that has this slug, or had it before."""
        return self.current().filter(event__addresses__slug=slug)

    def published(self) -> "EditionQuerySet":
        """What readers may see today."""
        return self.current().filter(withdrawal__isnull=True)

    def visible_to_readers(self) -> "EditionQuerySet":
        """Every edition that readers may see: not withdrawn, and of a comparison that was not."""
        return self.filter(withdrawal__isnull=True, event__in=Edition.objects.published().values("event"))

    def up_to(self, edition: "Edition") -> "EditionQuerySet":
        """This edition and the earlier ones of its event, newest first: without documents, each with its withdrawal."""
        return (
            self.filter(event=edition.event_id, number__lte=edition.number)
            .select_related("withdrawal")
            .defer("body")
            .order_by("-number")
        )

    def of_same_event(self, edition: "Edition", *numbers: int) -> "EditionQuerySet":
        """The editions of the same event with these numbers, in order: with documents, each with its withdrawal."""
        return self.filter(event=edition.event_id, number__in=numbers).select_related("withdrawal").order_by("number")

    def without_documents(self) -> "EditionQuerySet":
        return self.defer("body")

    def before(self, number: int) -> "EditionQuerySet":
        return self.filter(number__lt=number)

    def numbers(self) -> "models.QuerySet[Edition, tuple[int, datetime]]":
        """The number of each, and when it was published."""
        return self.values_list("number", "published_at")

    def not_withdrawn(self) -> "EditionQuerySet":
        """Those that were not withdrawn themselves, however many followed."""
        return self.filter(withdrawal__isnull=True)

    def last_published_first(self) -> "EditionQuerySet":
        return self.order_by("-published_at", "-pk")

    def fingerprints(self) -> "models.QuerySet[Edition, tuple[int, str]]":
        """The key and the fingerprint (SHA-256) of each: for an ETag."""
        return self.values_list("pk", "sha256")

    def collection_fingerprint(self) -> str:
        """A fingerprint of the whole set, for an ETag: it changes whenever anything is published or withdrawn.

        It is the number of editions and the last key: a withdrawn edition never comes back, so no two sets share both.
        """
        found = self.aggregate(count=Count("pk"), last=Max("pk"))
        return f"{found['count']}/{found['last']}"

    def sitemap_rows(self) -> "models.QuerySet[Edition, tuple[str, datetime]]":
        """The slug of each and when it was published, by their keys."""
        return self.order_by("pk").values_list("slug", "published_at")

    def streamed(self) -> "Iterator[Edition]":
        """All of them in the order of their keys, with few documents in memory at a time."""
        return self.order_by("pk").iterator(chunk_size=5)

    def last_change(self) -> datetime | None:
        """When the newest of them was published."""
        last: datetime | None = self.aggregate(last=Max("published_at"))["last"]
        return last

    def with_summary_and_topics(self) -> "EditionQuerySet":
        """Without documents; but with the `summary` of the event and the `topics` of each."""
        document = Cast("body", models.JSONField())
        summary = KeyTextTransform("summary", KeyTransform("event", document))
        return self.defer("body").annotate(summary=summary, topics=KeyTransform("topics", document))

    def newest_first(self) -> "EditionQuerySet":
        return self.order_by("-event_date", "-pk")

    def after(self, day: date, pk: int) -> "EditionQuerySet":
        """Keyset pagination: those that come after this key in a list of the newest first."""
        return self.filter(Q(event_date__lt=day) | Q(event_date=day, pk__lt=pk))

    def with_keys(self, pks: Collection[int]) -> "EditionQuerySet":
        """Those of these keys, of which there may be any number: they are one parameter of the statement."""
        if connections[self.db].vendor == "sqlite":
            return self.filter(pk__in=RawSQL("SELECT value FROM json_each(%s)", [json.dumps(list(pks))]))
        return self.filter(pk__in=RawSQL("SELECT unnest(%s::bigint[])", [list(pks)]))

    def between(self, since: date | None, until: date | None) -> "EditionQuerySet":
        """Those whose event was on these days or between them."""
        bounds = {"event_date__gte": since, "event_date__lte": until}
        return self.filter(**{name: day for name, day in bounds.items() if day})

    def with_party(self, slug: str) -> "EditionQuerySet":
        """Those in which this party has a column."""
        return self.filter(Exists(Standing.objects.filter(finding__edition=OuterRef("pk"), party=slug)))

    def with_pair(self, first: str, second: str) -> "EditionQuerySet":
        """Those in which these two, of which the first has the lower slug, are compared with each other."""
        return self.filter(Exists(Pairing.objects.filter(finding__edition=OuterRef("pk"), first=first, second=second)))

    def with_claim(self, *, topic: str = "", family: str = "") -> "EditionQuerySet":
        """Those with a claim on this topic, in this family; where both are given, with one that is both."""
        asked = {name: value for name, value in (("topic", topic), ("family", family)) if value}
        return self.filter(Exists(Finding.objects.filter(edition=OuterRef("pk"), **asked))) if asked else self

    def no_longer_than(self, characters: int) -> "EditionQuerySet":
        """Those whose document is short enough to be read on every visit of a page."""
        return self.alias(length=Length("body")).filter(length__lte=characters)

    def of_kind(self, kind: str) -> "EditionQuerySet":
        return self.filter(event_kind=kind)

    def list_keys(self) -> "models.QuerySet[Edition, tuple[int, date]]":
        """What a list is ordered by: the key of each, and the day of its event."""
        return self.values_list("pk", "event_date")

    def count_by_kind(self) -> dict[str, int]:
        return dict(self.order_by().values_list("event_kind").annotate(Count("pk")))

    def with_family_counts(self) -> "EditionQuerySet":
        """For a list: no document, but `claim_count` and a count for each family (`one_sided` for "one-sided")."""
        counts: dict[str, Any] = {
            family.replace("-", "_"): Count("findings", filter=Q(findings__family=family)) for family in FAMILIES
        }
        return self.defer("body", "outcomes").annotate(claim_count=Count("findings"), **counts)


class Edition(models.Model):
    """A numbered, immutable publication of a comparison. What readers see is always an edition."""

    event = models.ForeignKey("comparisons.Event", models.PROTECT, related_name="editions", verbose_name=_("event"))
    number = models.PositiveIntegerField(_("number"))
    slug = slug_field(_("slug"))
    title = models.CharField(_("title"), max_length=LONG)
    event_kind = models.CharField(_("kind"), max_length=20, choices=Event.Kind)
    event_date = models.DateField(_("date"))
    parties = models.JSONField(_("parties"), default=list)
    outcomes = models.JSONField(_("outcomes"), default=dict, help_text=_("Of each claim, by its slug."))
    rules = models.PositiveSmallIntegerField(
        _("rules"), default=1, help_text=_("Those that its outcomes were derived by.")
    )
    body = models.TextField(_("document"))
    sha256 = models.CharField("SHA-256", max_length=64)
    note = models.TextField(_("change note"), blank=True)
    published_at = models.DateTimeField(_("published"))
    published_by = models.CharField(_("published by"), max_length=150)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-published_at", "-pk"]
        permissions = [("publish_comparison", _("Can publish and withdraw comparisons"))]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="one_edition_per_event_and_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="edition_number_starts_at_one"),
            models.CheckConstraint(condition=Q(rules__gte=1), name="edition_rules_start_at_one"),
            models.CheckConstraint(condition=Q(number=1) | ~Q(note=""), name="a_later_edition_has_a_change_note"),
        ]
        indexes = [
            models.Index(fields=["slug"], name="edition_by_slug"),
            models.Index(fields=["event_date"], name="edition_by_event_date"),
        ]

    def __str__(self) -> str:
        return gettext("%(title)s, edition %(number)d") % {"title": self.title, "number": self.number}

    @cached_property
    def document(self) -> Document:
        """The comparison/1 document as published, with the edition's SHA-256 in its place."""
        document: Document = json.loads(self.body)
        document["edition"]["sha256"] = self.sha256
        return document

    def changed_by_rules_since(self, before: "Edition") -> frozenset[str]:
        """The claims whose outcome is another one than in that edition by other rules alone. Reads a document if so."""
        if before.rules == self.rules:
            return frozenset()
        return frozenset(self.document["edition"].get("changed_by_rules", ()))

    @property
    def is_withdrawn(self) -> bool:
        return hasattr(self, "withdrawal")


class Address(models.Model):
    """A slug that the comparison of one event has, or had in an earlier edition. It redirects there for ever."""

    slug = slug_field(_("slug"), unique=True)
    event = models.ForeignKey("comparisons.Event", models.PROTECT, related_name="addresses", verbose_name=_("event"))

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return str(self.slug)


class Withdrawal(models.Model):
    """Takes an edition, while it is the newest, from public view. The edition's row stays; so does this one."""

    edition = models.OneToOneField(Edition, models.PROTECT, related_name="withdrawal", verbose_name=_("edition"))
    reason = models.TextField(_("reason"), help_text=_("Readers see this sentence in place of the comparison."))
    withdrawn_at = models.DateTimeField(_("withdrawn"))
    withdrawn_by = models.CharField(_("withdrawn by"), max_length=150)

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        default_permissions = ("view",)
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="a_withdrawal_has_a_reason")]

    def __str__(self) -> str:
        return self.reason


def document_fingerprint(document: Document) -> str:
    """SHA-256, in hexadecimal, of the document in canonical form without its own `edition.sha256`.

    Canonical: keys sorted, no white space, UTF-8, as in RFC 8785 for the values that the format allows.
    """
    edition = {key: value for key, value in document["edition"].items() if key != "sha256"}
    canonical = json.dumps({**document, "edition": edition}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
