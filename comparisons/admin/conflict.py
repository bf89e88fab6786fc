"""A form that knows which version of its row it was opened with, and what it shows where that is no longer held."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.models.people import signature
from comparisons.models.versioned import Versioned

SHOWN = 2_000  # characters of a long text on either side
BEFORE = 200  # of them, those before the first difference
OF_THE_FORM_ALONE = frozenset({"version", "keeps_held"})


@dataclass(frozen=True)
class Difference:
    """One field: what is held now, and what the editor typed."""

    label: str
    held: str
    typed: str


@dataclass(frozen=True)
class Conflict:
    """What happened to the row since the page was opened, and what the two versions differ in."""

    message: str
    who: str
    when: datetime | None
    differences: tuple[Difference, ...]
    is_gone: bool


class VersionedForm(forms.ModelForm):  # type: ignore[type-arg]
    """Saved on a version that is no longer held it is refused, with both versions; saving it again saves over that.

    The row is to be locked before the form is made: then what the form compares with is what is held.
    """

    version = forms.CharField(required=False, widget=forms.HiddenInput)
    keeps_held = forms.BooleanField(
        label=_("Leave this as it is held: what I typed here is dropped"), required=False, initial=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conflict: Conflict | None = None
        self._values_held = {field.attname: getattr(self.instance, field.attname) for field in self._columns()}
        if self.instance.pk:
            self.initial["version"] = str(self.instance.version)

    def _columns(self) -> Iterator[Any]:
        return (field for field in self.instance._meta.concrete_fields if field.name != "version")

    @property
    def is_left_as_held(self) -> bool:
        if not self.is_bound or not self.instance.pk:
            return False
        return bool(self.fields["keeps_held"].widget.value_from_datadict(self.data, {}, self.add_prefix("keeps_held")))

    @property
    def is_stale(self) -> bool:
        """Whether the page that was sent was opened with another version than the one that is held."""
        return self.is_bound and self._version_given != self._version_held

    @property
    def _version_given(self) -> str:
        return str(self.data.get(self.add_prefix("version")) or "")

    @property
    def _version_held(self) -> str:
        return str(self.instance.version) if self.instance.pk else ""

    @property
    def has_new_values(self) -> bool:
        """Whether saving would change the row, or what belongs to it."""
        if any(getattr(self.instance, name) != value for name, value in self._values_held.items()):
            return True
        return any(field.name in self.changed_data for field in self.instance._meta.many_to_many)

    @cached_property
    def changed_data(self) -> list[str]:
        names = super().changed_data
        return [] if self.is_left_as_held else [name for name in names if name not in OF_THE_FORM_ALONE]

    def full_clean(self) -> None:
        if self.is_left_as_held:
            self._errors, self.cleaned_data = ErrorDict(renderer=self.renderer), {}
            return
        super().full_clean()
        if self.is_stale:
            self._refuse()

    def _refuse(self) -> None:
        held = self._version_held
        self.conflict = self._conflict(is_gone=not held)
        self.add_error(None, self.conflict.message)
        # The page that is shown now shows what is held: from here on that is the version it was opened with.
        data: Any = self.data
        self.data = data = data.copy()
        data[self.add_prefix("version")] = held

    def _conflict(self, *, is_gone: bool) -> Conflict:
        if is_gone:
            message = gettext("This was deleted since you opened the page. Nothing is saved yet.")
            return Conflict(message, *self._last_change(), (), is_gone=True)
        message = gettext("This was changed since you opened the page. Nothing is saved yet.")
        return Conflict(message, *self._last_change(), tuple(self._differences()), is_gone=False)

    def _last_change(self) -> tuple[str, datetime | None]:
        row_before = str(self.data.get(self.add_prefix("row_before")) or "")
        gone = int(row_before) if row_before.isascii() and row_before.isdigit() and len(row_before) < 19 else None
        return last_change(self._meta.model, self.instance.pk or gone)

    def _differences(self) -> Iterator[Difference]:
        for name in self.changed_data:
            field = self[name]
            if not field.is_hidden:
                typed, held = words_of(field.field, field.value()), words_of(field.field, self.initial.get(name))
                yield Difference(str(field.label), *excerpts(held, typed))


def columns_among(names: Iterable[Any]) -> list[Any]:
    """The fields that the admin lays out; the version and the way out of a conflict have a place of their own."""
    return [name for name in names if name not in OF_THE_FORM_ALONE]


def last_change(model: type[Versioned], pk: Any) -> tuple[str, datetime | None]:
    """Who changed or deleted a row last, and when; no name where nobody was logged in."""
    history: Any = model.history  # type: ignore[attr-defined]
    last = history.filter(id=pk).select_related("history_user").first() if pk else None
    if last is None:
        return "", None
    return signature(last.history_user) if last.history_user else "", last.history_date


def words_of(field: forms.Field, value: Any) -> str:
    """A field's value as a person reads it: the labels of what was chosen, the lines that were typed."""
    value = field.prepare_value(value)
    values = value if isinstance(value, list | tuple | set) else [value]
    chosen = [str(getattr(one, "pk", one)) for one in values if one not in (None, "")]
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        choices: Any = field.choices
        labels = {str(key): str(label) for key, label in choices}
        return ", ".join(labels.get(one, one) for one in chosen)
    return "\n".join(chosen).replace("\r\n", "\n")


def excerpts(one: str, other: str) -> tuple[str, str]:
    """Both texts, or where they are long what stands around the first difference."""
    if max(len(one), len(other)) <= SHOWN:
        return one, other
    same = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    start = max(0, (min(len(one), len(other)) if same is None else same) - BEFORE)
    return _cut(one, start), _cut(other, start)


def _cut(text: str, start: int) -> str:
    return ("… " if start else "") + text[start : start + SHOWN] + (" …" if len(text) > start + SHOWN else "")
