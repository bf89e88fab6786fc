"""Claims and their topics."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .fields import LONG, SHORT, slug_field
from .versioned import Versioned

if TYPE_CHECKING:
    from .event import Event

CLAIMS_PER_EVENT = 2_000


class Topic(models.Model):
    """What claims are about: trade, sanctions, Syria. Shared by all events."""

    slug = slug_field(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=SHORT)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name", "slug"]

    def __str__(self) -> str:
        return self.name


class ClaimQuerySet(models.QuerySet["Claim"]):
    def for_event(self, event: "Event | int") -> "ClaimQuerySet":
        """The event's claims with all that a comparison needs of them, in three queries however many there are."""
        return self.filter(event=event).select_related("topic", "second_reading").prefetch_related("stances__quotes")


class Claim(Versioned):
    """One neutral proposition about the event that every account can be read for."""

    class Kind(models.TextChoices):
        POLAR = "polar", _("polar (so or not so)")
        QUANTITY = "quantity", _("quantity")

    event = models.ForeignKey("comparisons.Event", models.CASCADE, related_name="claims", verbose_name=_("event"))
    slug = slug_field(_("slug"))
    order = models.PositiveIntegerField(_("order"), default=0)
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="claims", verbose_name=_("topic"))
    question = models.CharField(_("question"), max_length=LONG, blank=True, help_text=_("Was trade discussed?"))
    wording = models.CharField(
        _("wording"), max_length=LONG, help_text=_("A neutral proposition: Trade was discussed.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.POLAR)
    unit = models.CharField(
        _("unit"), max_length=50, blank=True, help_text=_("Of a quantity: minutes, people, US dollars.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("Shown to readers below the claim."))

    objects = ClaimQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "slug"], name="one_claim_per_event_and_slug"),
            models.CheckConstraint(
                condition=(Q(kind="polar") & Q(unit="")) | (Q(kind="quantity") & ~Q(unit="")),
                name="a_quantity_and_only_a_quantity_has_a_unit",
            ),
        ]

    def __str__(self) -> str:
        return self.question or self.wording
