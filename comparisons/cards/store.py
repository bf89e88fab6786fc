"""Cards are drawn when they are first requested, and stored in the database by address and version."""

from collections.abc import Callable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language

from comparisons.models import Card

from .claim_layout import claim_layout
from .comparison_layout import comparison_layout
from .content import ClaimCard, ComparisonCard
from .drawing import png
from .fonts import FONTS
from .layout import Layout
from .page_card import PageCard, page_layout

SocialCard = ClaimCard | ComparisonCard | PageCard


def _drawing() -> str:
    """A fingerprint of how cards are drawn: the code of this package, the fonts and the library."""
    digest = sha256(version("pillow").encode())
    for path in sorted([*Path(__file__).parent.glob("*.py"), *FONTS.glob("*.woff2")]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


DRAWING = _drawing()


def version_of(card: SocialCard) -> str:
    """The fingerprint of a card by what it shows, in which language, and how that is drawn."""
    shown = f"{DRAWING} {get_language() or settings.LANGUAGE_CODE} {card!r}"
    return sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def stored_card(place: str, asked: str, content: Callable[[], SocialCard]) -> Card:
    """The card at this path, as it is now; `content` is not asked for where the version `asked` for is stored.

    Where two requests draw it at once, one of the two is stored. A path keeps one card: what it showed before goes.
    """
    found = Card.objects.filter(place=place, version=asked).first() if asked else None
    if found:
        return found
    card = content()
    present = version_of(card)
    found = Card.objects.filter(place=place, version=present).first() if present != asked else None
    if found:
        return found
    # Drawn before anything is locked.
    picture = png(laid_out(card))
    stored, _is_new = Card.objects.get_or_create(place=place, version=present, defaults={"png": picture})
    Card.objects.filter(place=place).exclude(version=present).delete()
    return stored


def laid_out(card: SocialCard) -> Layout:
    match card:
        case ClaimCard():
            return claim_layout(card)
        case ComparisonCard():
            return comparison_layout(card)
        case PageCard():
            return page_layout(card)
