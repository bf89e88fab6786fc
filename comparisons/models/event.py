"""Events."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .fields import LONG, SHORT, slug_field
from .versioned import Versioned


def are_names(value: object) -> None:
    if not isinstance(value, list) or not all(isinstance(name, str) and name.strip() for name in value):
        raise ValidationError(gettext("Give the participants as a list of names."), code="participants")


class EventQuerySet(models.QuerySet["Event"]):
    def last_entered_first(self) -> "EventQuerySet":
        return self.prefetch_related("parties").order_by("-pk")


class Event(Versioned):
    """One occurrence of which accounts are compared, such as one phone call."""

    class Kind(models.TextChoices):
        PHONE_CALL = "phone_call", _("Phone call")
        VIDEO_CALL = "video_call", _("Video call")
        MEETING = "meeting", _("Meeting")
        SUMMIT = "summit", _("Summit")
        PRESS_CONFERENCE = "press_conference", _("Press conference")
        OTHER = "other", _("Event")

    slug = slug_field(_("slug"), unique=True, help_text=_("The end of the comparison's address."))
    title = models.CharField(_("title"), max_length=LONG)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    date = models.DateField(_("date"), help_text=_("The day it took place, or its last day."))
    place = models.CharField(_("place"), max_length=SHORT, blank=True)
    summary = models.TextField(_("summary"), blank=True, help_text=_("One or two neutral sentences."))
    participants = models.JSONField(_("participants"), default=list, blank=True, validators=[are_names])
    parties = models.ManyToManyField(
        "comparisons.Party",
        verbose_name=_("parties"),
        related_name="events",
        help_text=_("Each has a column in the comparison, even one that has issued no account."),
    )

    objects = EventQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[parties])

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-date", "title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=["phone_call", "video_call", "meeting", "summit", "press_conference", "other"]
                ),
                name="event_kind_is_known",
            )
        ]

    def __str__(self) -> str:
        return self.title
