"""Model fields and validators that several models and the interchange format share."""

from decimal import Decimal
from typing import Any

from babel import Locale
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.moments import Moment
from comparisons.texts.anchors import clean_text, first_bad_character

SLUG_LENGTH = 100
SHORT = 200
LONG = 500
URL_LENGTH = 2000

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*\Z"
LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z"
COUNTRY_PATTERN = r"^([A-Z]{2})?\Z"

is_slug = RegexValidator(SLUG_PATTERN, _("Use lower-case Latin letters, digits and single hyphens between them."))
is_language = RegexValidator(LANGUAGE_PATTERN, _("Use a language tag such as en, ru or zh-Hant."))
is_country = RegexValidator(
    COUNTRY_PATTERN, _("Use the two capital letters of the country, such as US, or leave it empty.")
)
is_web_address = URLValidator(schemes=["http", "https"])


def is_known_language(tag: str) -> bool:
    """Whether the tag's language is one of those that the Unicode CLDR has a name for."""
    return tag.partition("-")[0].lower() in Locale("en").languages


def is_moment(value: str) -> None:
    try:
        Moment.parse(value)
    except ValueError:
        raise ValidationError(
            gettext("“%(value)s” is not a date or a date and time, such as 2017-01-28 or 2017-01-28T15:31:00+03:00."),
            code="moment",
            params={"value": value},
        ) from None


def is_plain(value: str) -> None:
    """Text stored as evidence has no control characters but tab and newline."""
    bad = first_bad_character(clean_text(value))
    if bad:
        offset, character = bad
        raise ValidationError(
            gettext("Character %(place)d is the control character U+%(code)s, which cannot be kept."),
            code="control_character",
            params={"place": offset + 1, "code": f"{ord(character):04X}"},
        )


def slug_field(verbose_name: Any, **options: Any) -> Any:
    return models.CharField(verbose_name, max_length=SLUG_LENGTH, validators=[is_slug], **options)


def moment_field(verbose_name: Any, **options: Any) -> Any:
    """ISO 8601 text, since a source may give a date alone, and an offset is part of what it gives."""
    return models.CharField(verbose_name, max_length=40, blank=True, validators=[is_moment], **options)


def is_measure(number: Decimal) -> bool:
    """Whether a number can be stored exactly on every database and in JSON: 15 digits, 6 of them decimals."""
    if not number.is_finite():
        return False
    _sign, digits, exponent = number.normalize().as_tuple()
    return isinstance(exponent, int) and len(digits) + max(exponent, 0) <= 15 and exponent >= -6


def check_measure(number: Decimal) -> None:
    if not is_measure(number):
        raise ValidationError(gettext("A value has at most 15 digits, 6 of them decimals."), code="measure")
