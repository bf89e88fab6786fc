"""What browsing reads of the current editions. Written when an edition is published; gone with the next."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Count, F, Max, Q
from django.utils.translation import gettext_lazy as _

from .fields import LONG, SHORT, slug_field


class FindingQuerySet(models.QuerySet["Finding"]):
    def of(self, editions: models.QuerySet[Any], **narrowed: str) -> "FindingQuerySet":
        """The claims of these editions; those of a topic or family where one is given."""
        return self.filter(edition__in=editions.values("pk"), **{name: slug for name, slug in narrowed.items() if slug})

    def editions_by_topic(self) -> dict[str, tuple[str, int]]:
        """Topic -> its name, and how many editions have one of these claims on it."""
        return _named(
            self.order_by()
            .values_list("topic", "topic_name")
            .annotate(editions=Count("edition", distinct=True), newest=Max("edition"))
        )

    def editions_by_family(self) -> dict[str, int]:
        """Family -> how many editions have one of these claims in it."""
        return dict(self.order_by().values_list("family").annotate(editions=Count("edition", distinct=True)))

    def topic_name(self, slug: str) -> str | None:
        """What the newest edition calls this topic."""
        return self.filter(topic=slug).order_by("-edition").values_list("topic_name", flat=True).first()


class StandingQuerySet(models.QuerySet["Standing"]):
    def editions_by_party(self, editions: models.QuerySet[Any]) -> dict[str, tuple[str, int]]:
        """Party -> its name, and in how many of these editions it has a column.

        Every party has a standing on every claim, so those on the first claim are enough.
        """
        firsts = self.filter(finding__order=0, finding__edition__in=editions.values("pk"))
        return _named(
            firsts.order_by()
            .values_list("party", "party_name")
            .annotate(editions=Count("finding__edition", distinct=True), newest=Max("finding__edition"))
        )

    def party_name(self, slug: str) -> str | None:
        """What the newest edition calls this party."""
        return self.filter(party=slug).order_by("-finding__edition").values_list("party_name", flat=True).first()


def _named(rows: Iterable[tuple[str, str, int, int]]) -> dict[str, tuple[str, int]]:
    """Slug -> its name in the newest edition, and the editions under all its names together."""
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
    outcome = models.CharField(_("outcome"), max_length=30)
    family = models.CharField(_("family"), max_length=20)
    origin = slug_field(_("origin"), blank=True, help_text=_("The party from whose texts alone it is quoted."))
    flags = models.JSONField(_("flags"), default=list)
    caveats = models.JSONField(_("caveats"), default=list)

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


class Standing(models.Model):
    """Where one party stands on one finding."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="standings", verbose_name=_("finding"))
    party = slug_field(_("party"))
    party_name = models.CharField(_("party name"), max_length=SHORT)
    position = models.CharField(_("position"), max_length=30)

    objects = StandingQuerySet.as_manager()

    class Meta:
        verbose_name = _("standing")
        verbose_name_plural = _("standings")
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["finding", "party"], name="one_standing_per_finding_and_party")]
        indexes = [models.Index(fields=["party"], name="standing_by_party")]

    def __str__(self) -> str:
        return f"{self.party_name}: {self.position}"


class Pairing(models.Model):
    """What two parties of a finding add up to between themselves. Both have an account; `first` has the lower slug."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="pairings", verbose_name=_("finding"))
    first = slug_field(_("first party"))
    second = slug_field(_("second party"))
    outcome = models.CharField(_("outcome"), max_length=30)

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
