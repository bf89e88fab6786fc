"""Second readings: a person's signed confirmation that a contradiction stands in the words of both sides."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .fields import moment_field


class SecondReading(models.Model):
    """One claim's. It holds as long as what was read is what the desk holds: `reading_digest` says what that was."""

    claim = models.OneToOneField(
        "comparisons.Claim", models.CASCADE, related_name="second_reading", verbose_name=_("claim")
    )
    digest = models.CharField(_("digest of what was read"), max_length=64)
    confirmed_by = models.CharField(_("confirmed by"), max_length=150)
    confirmed_at = moment_field(_("confirmed on"))

    class Meta:
        verbose_name = _("second reading")
        verbose_name_plural = _("second readings")
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(confirmed_by="") & ~Q(confirmed_at=""), name="a_second_reading_is_signed_and_dated"
            )
        ]

    def __str__(self) -> str:
        return f"{self.claim}: {self.confirmed_by}, {self.confirmed_at}"
