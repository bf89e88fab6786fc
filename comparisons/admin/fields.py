"""Form fields for what editors type: clean lines, text to the letter, dates and times, lists of names."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from comparisons.models.fields import SHORT, is_moment, is_plain
from comparisons.moments import Moment
from comparisons.texts.anchors import clean_text

NAMES_AT_MOST = 200


class PlainField(forms.CharField):
    """Text as comparison/1 takes it: browsers send CRLF, which becomes LF; other control characters are refused."""

    default_validators = [is_plain]

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return clean_text(value) if isinstance(value, str) else value


class ExactField(PlainField):
    """Text to the letter, its leading and trailing white space included."""

    widget = forms.Textarea

    def __init__(self, **options: Any) -> None:
        super().__init__(strip=False, **options)


class MomentField(forms.CharField):
    """A date, or a date and time, in ISO 8601."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        if value in self.empty_values:
            return value
        is_moment(value)
        return Moment.parse(value).text


class NamesField(forms.CharField):
    """A list of names, one a line."""

    widget = forms.Textarea(attrs={"rows": 4, "cols": 60})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        lines = value if isinstance(value, list) else (value or "").splitlines()
        return [line.strip() for line in lines if line.strip()]

    def run_validators(self, value: Any) -> None:
        for name in value:
            is_plain(name)
            if len(name) > SHORT:
                message = gettext("“%(name)s…” is too long: a name has at most %(limit)d characters.")
                raise ValidationError(message % {"name": name[:50], "limit": SHORT})
        if len(value) > NAMES_AT_MOST:
            raise ValidationError(gettext("Give at most %(limit)d names.") % {"limit": NAMES_AT_MOST})
