"""Accounts, and the append-only revisions of their texts."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from comparisons.texts.digest import text_digest

from .fields import LONG, URL_LENGTH, is_language, is_plain, is_web_address, moment_field, slug_field
from .versioned import Versioned

if TYPE_CHECKING:
    from .event import Event

TEXT_LENGTH = 500_000
ACCOUNTS_PER_EVENT = 50


class AccountQuerySet(models.QuerySet["Account"]):
    def for_event(self, event: "Event | int") -> "AccountQuerySet":
        return self.filter(event=event).select_related("party", "translation_of").prefetch_related("revisions")


class Account(Versioned):
    """One text about the event. With no party it is an observer's: shown, but deciding no outcome."""

    class Kind(models.TextChoices):
        READOUT = "readout", _("readout")
        STATEMENT = "statement", _("statement")
        REMARKS = "remarks", _("remarks")
        BRIEFING = "briefing", _("briefing")
        INTERVIEW = "interview", _("interview")
        TRANSCRIPT = "transcript", _("transcript")
        POST = "post", _("post")
        REPORT = "report", _("report")

    class Attribution(models.TextChoices):
        ON_RECORD = "on_record", _("on the record")
        ON_BACKGROUND = "on_background", _("on background")
        ANONYMOUS = "anonymous", _("not named")
        UNATTRIBUTED = "unattributed", _("without attribution")

    class Completeness(models.TextChoices):
        FULL = "full", _("full text")
        EXCERPT = "excerpt", _("excerpt")
        PARAPHRASE = "paraphrase", _("paraphrase")

    class Scope(models.TextChoices):
        COMPREHENSIVE = "comprehensive", _("comprehensive")
        NARROW = "narrow", _("narrow")

    event = models.ForeignKey("comparisons.Event", models.CASCADE, related_name="accounts", verbose_name=_("event"))
    key = slug_field(_("key"), help_text=_("A short name within the event, such as kremlin-statement."))
    order = models.PositiveIntegerField(_("order"), default=0)
    party = models.ForeignKey(
        "comparisons.Party",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="accounts",
        verbose_name=_("party"),
        help_text=_("In whose name it speaks. Leave empty for an observer, such as a newspaper."),
    )
    title = models.CharField(_("title"), max_length=LONG)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    source = models.CharField(
        _("source"),
        max_length=LONG,
        help_text=_("The person or office that uttered it. Never the real name of an anonymous source."),
    )
    attribution = models.CharField(_("attribution"), max_length=20, choices=Attribution, default=Attribution.ON_RECORD)
    attribution_note = models.CharField(_("attribution note"), max_length=LONG, blank=True)
    completeness = models.CharField(
        _("completeness"),
        max_length=20,
        choices=Completeness,
        default=Completeness.FULL,
        help_text=_("How much of the account is held. Only a full text can be found silent."),
    )
    scope = models.CharField(
        _("scope"),
        max_length=20,
        choices=Scope,
        default=Scope.COMPREHENSIVE,
        help_text=_("Comprehensive: speaks of the whole event, as a readout does. Narrow: one answer, one remark."),
    )
    language = models.CharField(_("language"), max_length=35, default="en", validators=[is_language])
    issued_at = moment_field(
        _("issued"), help_text=_("A date, or a date and time with its offset; empty where unknown.")
    )
    source_url = models.CharField(_("original"), max_length=URL_LENGTH, blank=True, validators=[is_web_address])
    archive_url = models.CharField(_("archived copy"), max_length=URL_LENGTH, blank=True, validators=[is_web_address])
    via = models.CharField(_("where we read it"), max_length=LONG, blank=True)
    translation_of = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="translations", verbose_name=_("translation of")
    )

    objects = AccountQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "key"], name="one_account_per_event_and_key"),
            models.CheckConstraint(
                condition=models.Q(translation_of__isnull=True) | ~models.Q(translation_of=models.F("id")),
                name="account_is_no_translation_of_itself",
            ),
            models.CheckConstraint(
                condition=models.Q(attribution__in=["on_record", "on_background", "anonymous", "unattributed"]),
                name="account_attribution_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(completeness__in=["full", "excerpt", "paraphrase"]),
                name="account_completeness_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(scope__in=["comprehensive", "narrow"]), name="account_scope_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def latest(self) -> "Revision":
        """The newest revision. Uses the prefetched revisions where there are some."""
        return max(self.revisions.all(), key=lambda revision: revision.number)


class Revision(models.Model):
    """The frozen text of an account as captured at one time. Append-only: triggers see to it.

    It is deleted only with its account, by the same triggers; Django leaves it alone for that reason.
    """

    account = models.ForeignKey(Account, models.DO_NOTHING, related_name="revisions", verbose_name=_("account"))
    number = models.PositiveIntegerField(_("number"))
    text = models.TextField(_("text"), validators=[is_plain])
    sha256 = models.CharField("SHA-256", max_length=64, editable=False)
    captured_at = moment_field(_("captured"))
    note = models.CharField(_("note"), max_length=LONG, blank=True)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["account", "number"], name="one_revision_per_account_and_number"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="revision_number_starts_at_one"),
            models.CheckConstraint(condition=~models.Q(text=""), name="revision_has_a_text"),
        ]

    def __str__(self) -> str:
        return gettext("Revision %(number)d") % {"number": self.number}

    def save(self, *args: Any, **options: Any) -> None:
        self.sha256 = text_digest(self.text)
        super().save(*args, **options)
