"""Social cards, as they were drawn."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Card(models.Model):
    """The picture at one address, as it was drawn for what it shows.

    It is a cache: `rebuild` forgets it, and one that shows something else by now is drawn again (`cards.store`).
    """

    place = models.CharField(_("address"), max_length=400)
    version = models.CharField(_("version"), max_length=64, help_text=_("A fingerprint of what it shows, and how."))
    png = models.BinaryField("PNG")

    class Meta:
        verbose_name = _("card")
        verbose_name_plural = _("cards")
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["place", "version"], name="one_card_per_address_and_version")]

    def __str__(self) -> str:
        return self.place
