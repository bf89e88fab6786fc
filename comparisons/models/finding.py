"""What browsing reads of the current editions. Written when an edition is published; gone with the next."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .fields import LONG, SHORT, slug_field


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
