"""What an editor answered to a question that the desk asked before publishing."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .fields import LONG, SLUG_LENGTH


class Answer(models.Model):
    """“As it should be”, with a word why, to one question about an event's present state.

    The digest is the question's fingerprint: once what it is about changes it is another, and the question asked anew.
    """

    event = models.ForeignKey("comparisons.Event", models.CASCADE, related_name="answers", verbose_name=_("event"))
    kind = models.CharField(_("kind"), max_length=40)
    place = models.CharField(_("place"), max_length=2 * SLUG_LENGTH + 1, blank=True)
    digest = models.CharField("SHA-256", max_length=64)
    words = models.CharField(_("answer"), max_length=LONG)
    answered_by = models.CharField(_("answered by"), max_length=150)
    answered_at = models.DateTimeField(_("answered"))

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["event", "digest"], name="one_answer_per_event_and_question"),
            models.CheckConstraint(condition=~Q(words=""), name="an_answer_has_a_word"),
            models.CheckConstraint(condition=~Q(answered_by=""), name="an_answer_says_whose_it_is"),
        ]

    def __str__(self) -> str:
        return self.words
