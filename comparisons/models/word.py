"""The words of current editions, indexed by how they begin and end: among them the search looks for a misspelt one."""

from collections.abc import Collection

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from comparisons.texts.tokens import LETTERS_AT_MOST

BEGINNING, ENDING = 2, 3


def beginning(word: str) -> str:
    return word[:BEGINNING]


def ending(word: str) -> str:
    return word[-ENDING:]


class IndexedWordQuerySet(models.QuerySet["IndexedWord"]):
    def alike(self, words: Collection[str], others: Collection[str], at_most: int) -> list[str]:
        """The words that begin or end as one of these does, and the others, those of most editions first. One query."""
        begins, ends = {beginning(word) for word in words}, {ending(word) for word in words}
        # By their beginnings as well, which have an index.
        named = Q(beginning__in={beginning(word) for word in others}, word__in=others)
        found = self.filter(Q(beginning__in=begins) | Q(ending__in=ends) | named).order_by().values("word")
        counted = found.annotate(editions=Count("pk")).order_by("-editions", "word")
        return list(counted.values_list("word", flat=True)[:at_most])


class IndexedWord(models.Model):
    """A word that a passage of a current edition has, folded."""

    edition = models.ForeignKey("comparisons.Edition", models.CASCADE, related_name="words", verbose_name=_("edition"))
    word = models.CharField(_("word"), max_length=LETTERS_AT_MOST)
    beginning = models.CharField(_("beginning"), max_length=BEGINNING)
    ending = models.CharField(_("ending"), max_length=ENDING)

    objects = IndexedWordQuerySet.as_manager()

    class Meta:
        verbose_name = _("indexed word")
        verbose_name_plural = _("indexed words")
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["edition", "word"], name="one_row_per_edition_and_word")]
        indexes = [
            models.Index(fields=["beginning", "word"], name="word_by_beginning"),
            models.Index(fields=["ending", "word"], name="word_by_ending"),
        ]

    def __str__(self) -> str:
        return self.word
