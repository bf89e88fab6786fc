"""Cards are drawn when they are first requested, and stored in the database for each edition."""

from django.conf import settings
from django.utils.translation import get_language

from comparisons.comparison.comparison import Comparison
from comparisons.models import Card, Edition

from .claim_layout import claim_layout
from .comparison_layout import comparison_layout
from .content import ClaimCard, ComparisonCard, card_of
from .drawing import png
from .layout import Layout


def stored_card(edition: Edition, claim_slug: str = "") -> Card:
    """The card of the edition or of one of its claims, in the language of the request.

    Where two requests draw it at once, one of the two is stored.
    """
    language = get_language() or settings.LANGUAGE_CODE
    found = Card.objects.of(edition, claim_slug, language).first()
    if found:
        return found
    # Drawn before anything is locked.
    picture = png(laid_out(card_of(Comparison.from_document(edition.document), claim_slug)))
    card, _is_new = Card.objects.get_or_create(
        edition=edition, claim=claim_slug, language=language, defaults={"png": picture}
    )
    return card


def laid_out(card: ClaimCard | ComparisonCard) -> Layout:
    return claim_layout(card) if isinstance(card, ClaimCard) else comparison_layout(card)
