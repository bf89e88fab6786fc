"""The passages of current editions, indexed for full-text search."""

from collections.abc import Collection, Mapping

from django.db import connections, models
from django.db.models import Case, F, Max, Value, When, Window
from django.db.models.expressions import RawSQL
from django.db.models.functions import RowNumber
from django.utils.translation import gettext_lazy as _

from comparisons.database import search_index

from .fields import LONG, SHORT, slug_field


class PassageQuerySet(models.QuerySet["Passage"]):
    def containing(self, words: Collection[str], *, exact: bool) -> "PassageQuerySet":
        """Full-text search: the passages that contain these words one after the other, exactly or by their stems."""
        statement, parameter = search_index.condition(connections[self.db].vendor, words, exact=exact)
        return self.filter(RawSQL(statement, [parameter], output_field=models.BooleanField()))

    def besides_quotes(self) -> "PassageQuerySet":
        """Quotes stand in the texts as well: by themselves they lead from words to claims alone."""
        return self.exclude(kind=Passage.Kind.QUOTE)

    def best_weight_by_edition(self, weights: Mapping[str, int]) -> dict[int, int]:
        """Edition -> the weight of the best of these passages that it has, by its kind."""
        return dict(self.order_by().values_list("edition").annotate(weight=Max(_by_kind(weights))))

    def best_of_each(self, editions: Collection[int], number: int) -> "PassageQuerySet":
        """Of each of these editions as many passages, without their tokens: those to be shown first."""
        order = [_by_kind(SNIPPET_ORDER).asc(), F("order").asc()]
        place = Window(RowNumber(), partition_by=F("edition"), order_by=order)
        ranked = self.filter(edition__in=editions).annotate(place_shown=place)
        return ranked.filter(place_shown__lte=number).defer("stems", "words").order_by("edition", *order)


class Passage(models.Model):
    """A piece of a current edition that the search finds: a name, half a claim, a paragraph of an account."""

    class Kind(models.TextChoices):
        TITLE = "title", _("Title")
        PARTICIPANT = "participant", _("Took part")
        PARTY = "party", _("Party")
        TOPIC = "topic", _("Topic")
        CLAIM = "claim", _("Claim")
        TEXT = "text", _("Text")
        QUOTE = "quote", _("Quote")

    edition = models.ForeignKey(
        "comparisons.Edition", models.CASCADE, related_name="passages", verbose_name=_("edition")
    )
    order = models.PositiveIntegerField(_("order"))
    kind = models.CharField(_("kind"), max_length=11, choices=Kind)
    place = slug_field(_("place"), blank=True, help_text=_("Of the claim, topic or party; the account's id."))
    heading = models.CharField(_("heading"), max_length=LONG, blank=True, help_text=_("The account's title."))
    speaker = models.CharField(_("speaker"), max_length=SHORT, blank=True, help_text=_("The party's name."))
    language = models.CharField(_("language"), max_length=35, blank=True)
    text = models.TextField(_("text"))
    stems = models.TextField(_("stems"), help_text=_("Of each word, with a space between them."))
    words = models.TextField(_("words"), help_text=_("The same words, folded and not stemmed."))

    objects = PassageQuerySet.as_manager()

    class Meta:
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        default_permissions = ("view",)
        ordering = ["edition", "order"]
        constraints = [models.UniqueConstraint(fields=["edition", "order"], name="one_passage_per_edition_and_order")]

    def __str__(self) -> str:
        return self.text


# The order of snippets: what is shown first of all that was found. The title is shown anyhow.
SNIPPET_ORDER: dict[str, int] = {
    kind: place
    for place, kind in enumerate(
        [
            Passage.Kind.CLAIM,
            Passage.Kind.TEXT,
            Passage.Kind.TOPIC,
            Passage.Kind.PARTY,
            Passage.Kind.PARTICIPANT,
            Passage.Kind.TITLE,
        ]
    )
}


def _by_kind(numbers: Mapping[str, int]) -> Case:
    whens = (When(kind=kind, then=Value(number)) for kind, number in numbers.items())
    return Case(*whens, output_field=models.IntegerField())
