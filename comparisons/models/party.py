"""Parties."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .fields import SHORT, is_country, slug_field


class Party(models.Model):
    """In whose name an account speaks. A column of the comparison."""

    slug = slug_field(_("slug"), unique=True, help_text=_("Its name in addresses, such as white-house."))
    name = models.CharField(
        _("name"), max_length=SHORT, help_text=_("As it stands at the head of a column: White House.")
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        validators=[is_country],
        help_text=_("Two letters (ISO 3166-1), or nothing where the party is not of one country."),
    )

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["name", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(country__regex=r"^([A-Z]{2})?$"), name="party_country_is_two_letters"
            )
        ]

    def __str__(self) -> str:
        return self.name
