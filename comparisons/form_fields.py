"""Form fields for what editors type: clean lines, evidence to the letter, moments, names."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from comparisons.anchors import clean_text
from comparisons.models.account import TEXT_LENGTH
from comparisons.models.fields import LONG, SHORT, is_moment, is_plain
from comparisons.moments import Moment

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


class DeskNote(forms.Form):
    """The sentence that goes with a publication or a withdrawal."""

    note = PlainField(required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 4, "cols": 80}))

    def __init__(self, *args: Any, label: Any = _("Change note"), help_text: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].label = label
        self.fields["note"].help_text = help_text


class PublishNote(DeskNote):
    """The change note, and the tick that it takes where `unread` stances have not been read again."""

    unread_allowed = forms.BooleanField(
        required=False, help_text=_("Readers then see at each of them that its text has changed since it was read.")
    )

    def __init__(self, *args: Any, unread: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label = ngettext(
            "Publish although %(count)d stance has not been read again",
            "Publish although %(count)d stances have not been read again",
            unread,
        )
        self.fields["unread_allowed"].label = label % {"count": unread}
        if not unread:
            del self.fields["unread_allowed"]


class RevisionForm(forms.Form):
    """A text that takes the place of the latest one that is held."""

    text = ExactField(
        label=_("The new text"),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 20, "cols": 100}),
        help_text=_("All of it, as it stands now. It is kept to the letter, as evidence."),
    )
    captured_at = MomentField(
        label=_("Captured"),
        required=False,
        help_text=_("When this text was taken from its source, such as 2017-01-29 or 2017-01-29T15:31Z. Empty: now."),
    )
    note = PlainField(
        label=_("Note on this text"),
        required=False,
        max_length=LONG,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=_("Readers see it beside the difference, such as: a paragraph on trade was added."),
    )


class TwoRevisions(forms.Form):
    """Which two texts of an account are compared; at first the last two."""

    earlier = forms.TypedChoiceField(label=_("Earlier text"), coerce=int)
    later = forms.TypedChoiceField(label=_("Later text"), coerce=int)

    def __init__(self, data: Any, numbers: Sequence[int]) -> None:
        super().__init__(data if data else {"earlier": numbers[-2], "later": numbers[-1]})
        for field in self.fields.values():
            field.choices = [  # type: ignore[attr-defined]
                (number, gettext("Revision %(number)d") % {"number": number}) for number in numbers
            ]
