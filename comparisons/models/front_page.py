"""The claim that editors chose as the example on the front page."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from .edition import EditionQuerySet
from .fields import slug_field
from .finding import Finding

if TYPE_CHECKING:
    from .event import Event


LONGEST = 500_000
"""Code points of a document from which an example is taken: more would slow the page that is visited most."""


class FrontPageChoiceQuerySet(models.QuerySet["FrontPageChoice"]):
    def of_event(self, event: "Event") -> "FrontPageChoice | None":
        return self.filter(event=event).first()

    def finding(self, editions: EditionQuerySet) -> Finding | None:
        """The claim of these editions that was chosen last, with its edition."""
        chosen = self.filter(event=models.OuterRef("edition__event"), claim=models.OuterRef("claim"))
        return (
            Finding.objects.filter(edition__in=editions)
            .annotate(chosen_at=models.Subquery(chosen.values("chosen_at")[:1]))
            .filter(chosen_at__isnull=False)
            .select_related("edition")
            .order_by("-chosen_at")
            .first()
        )


class FrontPageChoice(models.Model):
    """At most one claim of an event, by its slug: it holds as long as the current edition has such a claim."""

    event = models.OneToOneField(
        "comparisons.Event", models.CASCADE, related_name="front_page_choice", verbose_name=_("event")
    )
    claim = slug_field(_("claim"))
    chosen_by = models.CharField(_("chosen by"), max_length=150)
    chosen_at = models.DateTimeField(_("chosen on"))

    objects = FrontPageChoiceQuerySet.as_manager()

    class Meta:
        verbose_name = _("choice for the front page")
        verbose_name_plural = _("choices for the front page")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.event}: {self.claim}"
