"""The denormalised index of parties' positions, and of the outcomes of each two. Written with the findings."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count, Exists, F, Max, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from comparisons.comparison.accounts import PartyShown
from comparisons.comparison.standings import Reporter, StandingShown
from comparisons.comparison.statements import Statement, Statements

from .fields import SHORT, slug_field
from .finding import CountedRow, Finding, counted_under_names

if TYPE_CHECKING:
    from .edition import Edition


class StandingQuerySet(models.QuerySet["Standing"]):
    def of(self, parties: Collection[str]) -> "StandingQuerySet":
        return self.filter(party__in=parties)

    def are_of_others(self, parties: Collection[str]) -> Exists:
        """Of a finding: whether any party but these is compared on it."""
        return Exists(self.filter(finding=OuterRef("pk")).exclude(party__in=parties))

    def on_topic(self, topic: str) -> "StandingQuerySet":
        return self.filter(finding__topic=topic)

    def counted_by(self, *names: str) -> list[CountedRow]:
        """How many `claims` in how many `events` have the same values under these names."""
        counts = {"claims": Count("pk"), "events": Count("finding__edition", distinct=True)}
        return list(self.order_by().values(*names).annotate(**counts))

    def party_names(self, among: Iterable[str]) -> dict[str, str]:
        """The names of these parties; where editions differ, that of the newest."""
        newest, last = Max("finding__edition__published_at"), Max("finding__edition_id")
        named = self.filter(party__in=among).values_list("party", "party_name").annotate(newest=newest, last=last)
        return {party: name for party, name, *_ in named.order_by("newest", "last")}

    def editions_by_party(self, editions: "models.QuerySet[Edition]") -> dict[str, tuple[str, int]]:
        """Party -> its name, and in how many of these editions it has a column.

        Every party has a standing on every claim, so those on the first claim are enough.
        """
        firsts = self.filter(finding__order=0, finding__edition__in=editions.values("pk"))
        return counted_under_names(
            firsts.order_by()
            .values_list("party", "party_name")
            .annotate(editions=Count("finding__edition", distinct=True), newest=Max("finding__edition"))
        )

    def columns_of(self, editions: "Collection[Edition]") -> dict[int, dict[str, str]]:
        """The key of each of these editions -> its parties, by slug, with their names."""
        columns: dict[int, dict[str, str]] = {}
        firsts = self.filter(finding__order=0, finding__edition__in=editions)
        for edition, party, name in firsts.values_list("finding__edition", "party", "party_name"):
            columns.setdefault(edition, {})[party] = name
        return columns

    def parties_of(self, finding: Finding | int) -> list[str]:
        """The slugs of those that are compared on a finding."""
        return list(self.filter(finding=finding).order_by("party").values_list("party", flat=True))

    def parties_with_last_change(self) -> "models.QuerySet[Standing, tuple[str, datetime]]":
        last = Max("finding__edition__published_at")
        return self.filter(finding__order=0).order_by("party").values_list("party").annotate(last=last)

    def party_name(self, slug: str) -> str | None:
        """What the latest edition calls this party."""
        return self.filter(party=slug).order_by("-finding__edition").values_list("party_name", flat=True).first()


class Standing(models.Model):
    """The position of one party on one finding."""

    finding = models.ForeignKey(
        "comparisons.Finding", models.CASCADE, related_name="standings", verbose_name=_("finding")
    )
    party = slug_field(_("party"))
    party_name = models.CharField(_("party name"), max_length=SHORT)
    position = models.CharField(_("position"), max_length=30)
    # What a sentence on the position has to say beside it: `comparison.standings`.
    grounds = models.JSONField(_("grounds"), default=list)
    reporters = models.JSONField(_("reporters"), default=list)
    kinds = models.JSONField(_("kinds of accounts"), default=list)
    is_excerpt = models.BooleanField(_("an excerpt is held"), default=False)
    statements = models.JSONField(
        _("statements"), default=list, help_text=_("The words, for lists: `comparison.statements`.")
    )
    further_quotes = models.PositiveIntegerField(_("quotes left out"), default=0)

    objects = StandingQuerySet.as_manager()

    class Meta:
        verbose_name = _("standing")
        verbose_name_plural = _("standings")
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["finding", "party"], name="one_standing_per_finding_and_party")]
        indexes = [models.Index(fields=["party"], name="standing_by_party")]

    def __str__(self) -> str:
        return f"{self.party_name}: {self.position}"

    @property
    def shown(self) -> StandingShown:
        """As a sentence needs it; the country of the party is not known here."""
        return StandingShown(
            PartyShown(self.party, self.party_name, ""),
            self.position,
            tuple(self.grounds),
            tuple(Reporter(**reporter) for reporter in self.reporters),
            tuple(self.kinds),
            self.is_excerpt,
        )

    @property
    def said(self) -> Statements:
        """In which words, as a list shows them."""
        return Statements(tuple(Statement.from_json(one) for one in self.statements), self.further_quotes)


class PairingQuerySet(models.QuerySet["Pairing"]):
    def on_topic(self, topic: str) -> "PairingQuerySet":
        return self.filter(finding__topic=topic)

    def of_party(self, party: str) -> "PairingQuerySet":
        return self.filter(Q(first=party) | Q(second=party))

    def first_of(self, finding: Finding | int) -> tuple[str, str] | None:
        """Two parties that are compared on a finding."""
        return self.filter(finding=finding).order_by("first", "second").values_list("first", "second").first()

    def counted_by_outcome(self) -> list[CountedRow]:
        """How many `claims` have the same outcome, `found`, between the same two."""
        counted = self.order_by().values("first", "second", found=F("outcome")).annotate(claims=Count("pk"))
        return [dict(row) for row in counted]


class Pairing(models.Model):
    """What two parties of a finding add up to between themselves. Both have an account; `first` has the lower slug."""

    finding = models.ForeignKey(
        "comparisons.Finding", models.CASCADE, related_name="pairings", verbose_name=_("finding")
    )
    first = slug_field(_("first party"))
    second = slug_field(_("second party"))
    outcome = models.CharField(_("outcome"), max_length=30)

    objects = PairingQuerySet.as_manager()

    class Meta:
        verbose_name = _("pairing")
        verbose_name_plural = _("pairings")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["finding", "first", "second"], name="one_pairing_per_finding_and_pair"),
            models.CheckConstraint(condition=~Q(first=F("second")), name="a_pairing_is_of_two"),
        ]
        indexes = [
            models.Index(fields=["first", "second"], name="pairing_by_pair"),
            models.Index(fields=["second"], name="pairing_by_second"),
        ]

    def __str__(self) -> str:
        return f"{self.first}, {self.second}: {self.outcome}"
