"""Social cards, as they were first drawn."""

import hashlib

from django.db import models
from django.utils.translation import gettext_lazy as _

from .edition import Edition
from .fields import slug_field


class CardQuerySet(models.QuerySet["Card"]):
    def of(self, edition: Edition, claim: str, language: str) -> "CardQuerySet":
        """The card of this edition's claim; of the edition itself where no claim is named."""
        return self.filter(edition=edition, claim=claim, language=language)


class Card(models.Model):
    """The picture that is shown where a link to an edition or to one of its claims is shared, as it was first drawn.

    It says nothing that the document does not: `rebuild` forgets it, so that a drawing that was mended shows.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="cards", verbose_name=_("edition"))
    claim = slug_field(_("claim"), blank=True, help_text=_("None: the card is of the whole comparison."))
    language = models.CharField(_("language"), max_length=20)
    png = models.BinaryField("PNG")

    objects = CardQuerySet.as_manager()

    class Meta:
        verbose_name = _("card")
        verbose_name_plural = _("cards")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "claim", "language"], name="one_card_per_edition_claim_and_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.claim}".strip()

    @property
    def digest(self) -> str:
        """SHA-256 of the picture, in hexadecimal."""
        return hashlib.sha256(self.png).hexdigest()
