"""Stances and their quotes."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from comparisons.comparison.document import QuoteEntry, QuoteInput, TranslationEntry
from comparisons.texts.anchors import context, find

from .account import Account, Revision
from .fields import LONG, check_measure, is_language, moment_field
from .versioned import Versioned

if TYPE_CHECKING:
    from .event import Event


class StanceQuerySet(models.QuerySet["Stance"]):
    def to_read_again(self, event: "Event | int") -> "StanceQuerySet":
        """What was read in a text that has changed since, by claim and account, in one query.

        A stance of which a quote rests on a revision that is not its account's latest, or a silence that was found in
        all of a text that is not the latest.
        """
        silences = Stance.SILENCE_OF_THE_WHOLE & Q(_rests_on_an_earlier_text())
        return (
            self.filter(Q(Exists(Quote.objects.on_earlier_texts().filter(stance=OuterRef("pk")))) | silences)
            .filter(claim__event=event)
            .select_related("claim", "account", "revision")
            .order_by("claim__order", "claim_id", "account__order", "account_id")
        )

    def of_parties(self, events: Collection[int]) -> "StanceQuerySet":
        """What the accounts of parties say on the claims of these events: observers' decide no outcome."""
        return self.filter(claim__event__in=events, account__party__isnull=False)

    def silences(self) -> "StanceQuerySet":
        """Silences that were found in all of the account's own text."""
        return self.filter(Stance.SILENCE_OF_THE_WHOLE)

    def resting_on(self, account: Account) -> "StanceQuerySet":
        """Stances of this account, and stances of others that quote it."""
        quoting = Exists(Quote.objects.filter(stance=OuterRef("pk"), revision__account=account))
        return self.filter(Q(account=account) | quoting)


class Stance(Versioned):
    """What one account says on one claim. No row: not reviewed."""

    class Position(models.TextChoices):
        AFFIRMS = "affirms", _("affirms")
        AFFIRMS_IN_PART = "affirms_in_part", _("affirms in part")
        DENIES = "denies", _("denies")
        DECLINES = "declines", _("declines to say")
        SILENT = "silent", _("silent")
        INCONSISTENT = "inconsistent", _("says both")

    class Basis(models.TextChoices):
        OWN_TEXT = "own_text", _("its own text")
        FULL_TEXT = "full_text", _("all of the text held was read")
        REPORTED = "reported", _("as reported by another account")

    SILENCE_OF_THE_WHOLE = Q(position="silent", basis="full_text")

    account = models.ForeignKey(
        "comparisons.Account", models.CASCADE, related_name="stances", verbose_name=_("account")
    )
    claim = models.ForeignKey("comparisons.Claim", models.CASCADE, related_name="stances", verbose_name=_("claim"))
    position = models.CharField(_("position"), max_length=20, choices=Position)
    basis = models.CharField(_("basis"), max_length=20, choices=Basis, default=Basis.OWN_TEXT)
    implied = models.BooleanField(
        _("implied"),
        default=False,
        help_text=_("The words do not say it, and it follows from them: say how in the note."),
    )
    low = models.DecimalField(
        _("lowest value"), max_digits=21, decimal_places=6, null=True, blank=True, validators=[check_measure]
    )
    high = models.DecimalField(
        _("highest value"), max_digits=21, decimal_places=6, null=True, blank=True, validators=[check_measure]
    )
    value = models.CharField(_("words of the value"), max_length=LONG, blank=True, help_text=_("about an hour"))
    note = models.TextField(_("note"), blank=True)
    reviewed_by = models.CharField(_("read by"), max_length=150, blank=True)
    reviewed_at = moment_field(_("read on"))
    revision = models.ForeignKey(
        "comparisons.Revision", models.PROTECT, related_name="stances", verbose_name=_("text that was read")
    )

    objects = StanceQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("stance")
        verbose_name_plural = _("stances")
        ordering = ["account__order", "account_id"]
        constraints = [
            models.UniqueConstraint(fields=["account", "claim"], name="one_stance_per_account_and_claim"),
            models.CheckConstraint(
                condition=Q(
                    position__in=["affirms", "affirms_in_part", "denies", "declines", "silent", "inconsistent"]
                ),
                name="stance_position_is_known",
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=True, high__isnull=True) | Q(low__isnull=False, high__isnull=False),
                name="stance_interval_has_both_ends",
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(low__lte=F("high")), name="stance_interval_is_ordered"
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=True, value="") | Q(position__in=["affirms", "affirms_in_part"]),
                name="only_an_affirming_stance_gives_a_value",
            ),
            models.CheckConstraint(
                condition=(Q(position="silent") & Q(basis__in=["full_text", "reported"]))
                | (~Q(position="silent") & Q(basis__in=["own_text", "reported"])),
                name="silence_and_only_silence_rests_on_the_full_text",
            ),
            models.CheckConstraint(
                condition=~Q(position="silent") | (~Q(reviewed_by="") & ~Q(reviewed_at="")),
                name="silence_says_who_read_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(position="affirms_in_part") | ~Q(note=""), name="a_stance_in_part_has_a_note"
            ),
            models.CheckConstraint(
                condition=Q(implied=False) | (~Q(position="silent") & ~Q(note="")),
                name="an_implied_stance_is_no_silence_and_has_a_note",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.get_position_display()}"


def _rests_on_an_earlier_text() -> Exists:
    """Of a row with a `revision`: whether the same account has a later one."""
    return Exists(
        Revision.objects.filter(account=OuterRef("revision__account"), number__gt=OuterRef("revision__number"))
    )


class QuoteQuerySet(models.QuerySet["Quote"]):
    def on_earlier_texts(self) -> "QuoteQuerySet":
        """Quotes that rest on a revision that is not its account's latest."""
        return self.filter(_rests_on_an_earlier_text())

    def from_others(self, accounts: Collection[Account]) -> "QuoteQuerySet":
        """Quotes that stances of other accounts take from these accounts' texts."""
        return self.filter(revision__account__in=accounts).exclude(stance__account__in=accounts)


class Quote(models.Model):
    """Words of a revision that carry a stance. Offsets count Unicode code points of the revision's text."""

    stance = models.ForeignKey(Stance, models.CASCADE, related_name="quotes", verbose_name=_("stance"))
    revision = models.ForeignKey(
        "comparisons.Revision", models.PROTECT, related_name="quotes", verbose_name=_("revision")
    )
    order = models.PositiveIntegerField(_("order"), default=0)
    exact = models.TextField(_("words"))
    prefix = models.TextField(_("words before"), blank=True)
    suffix = models.TextField(_("words after"), blank=True)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    translation = models.TextField(_("translation"), blank=True)
    translation_language = models.CharField(
        _("language of the translation"), max_length=35, blank=True, validators=[is_language]
    )
    translation_by = models.CharField(_("translated by"), max_length=150, blank=True)

    objects = QuoteQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stance", "revision", "start", "end"], name="one_quote_per_stance_and_passage"
            ),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="quote_is_not_empty"),
            models.CheckConstraint(condition=Q(end=F("start") + Length("exact")), name="quote_is_as_long_as_its_words"),
            models.CheckConstraint(
                condition=Q(translation="", translation_language="", translation_by="")
                | (~Q(translation="") & ~Q(translation_language="") & ~Q(translation_by="")),
                name="a_translation_says_its_language_and_whose_it_is",
            ),
        ]

    def __str__(self) -> str:
        return self.exact

    @classmethod
    def anchored(cls, revision: Revision, entry: QuoteInput | QuoteEntry, **fields: Any) -> "Quote":
        """A quote, not saved yet, anchored in the revision; `entry` is as comparison/1 has it.

        Raises what `anchors.find` does.
        """
        exact, start, end = entry["exact"], entry.get("start"), entry.get("end")
        if start is None and end is not None:
            start = end - len(exact)
        start = find(revision.text, exact, entry.get("prefix") or "", entry.get("suffix") or "", start)
        end = start + len(exact)
        prefix, suffix = context(revision.text, start, end)
        quote = cls(revision=revision, exact=exact, prefix=prefix, suffix=suffix, start=start, end=end, **fields)
        quote.take_translation(entry.get("translation"))
        return quote

    def take_translation(self, entry: TranslationEntry | None) -> None:
        self.translation = entry["text"] if entry else ""
        self.translation_language = entry["language"] if entry else ""
        self.translation_by = entry["by"] if entry else ""

    @property
    def translation_entry(self) -> TranslationEntry | None:
        """As comparison/1 has it."""
        if not self.translation:
            return None
        return {"text": self.translation, "language": self.translation_language, "by": self.translation_by}
