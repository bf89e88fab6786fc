"""Optimistic locking in forms: the version that a form was opened with, and the conflict that it shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django import forms
from django.db.models import Field, QuerySet
from django.utils.translation import gettext

from comparisons.models.people import signature

SHOWN = 2_000  # characters of a long text on either side
BEFORE = 200  # of them, those before the first difference


@dataclass(frozen=True)
class FieldDifference:
    """One field: its stored value, and what the editor typed."""

    label: str
    stored: str
    typed: str


@dataclass(frozen=True)
class Conflict:
    """What happened to the row since the page was opened, and what the two versions differ in."""

    message: str
    who: str
    """Empty where nobody was logged in."""
    when: datetime | None
    differences: tuple[FieldDifference, ...]
    is_gone: bool

    @classmethod
    def over(cls, history: QuerySet[Any], differences: Iterable[FieldDifference], *, is_gone: bool) -> "Conflict":
        """`history` are the rows that django-simple-history keeps of it: the last says who changed or deleted it."""
        changed = gettext("This was changed since you opened the page. Nothing is saved yet.")
        deleted = gettext("This was deleted since you opened the page. Nothing is saved yet.")
        last = history.select_related("history_user").first()
        who = signature(last.history_user) if last and last.history_user else ""
        when = last.history_date if last else None
        return cls(deleted if is_gone else changed, who, when, tuple(differences), is_gone)


class VersionedForm(forms.ModelForm):  # type: ignore[type-arg]
    """Refused, with both versions, where its row has another version by now; saving it again overwrites that.

    The row is to be locked before the form is made, so that the form compares with what is stored.
    """

    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conflict: Conflict | None = None
        self._stored_values = {field.attname: getattr(self.instance, field.attname) for field in self._columns()}
        if self.instance.pk:
            self.initial["version"] = str(self.instance.version)

    def _columns(self) -> "Iterator[Field[Any, Any]]":
        return (field for field in self.instance._meta.concrete_fields if field.name != "version")

    @property
    def is_stale(self) -> bool:
        """Whether the form was opened with another version than the stored one."""
        given = str(self.data.get(self.add_prefix("version")) or "")
        return self.is_bound and given != self._stored_version

    @property
    def _stored_version(self) -> str:
        return str(self.instance.version) if self.instance.pk else ""

    @property
    def has_new_values(self) -> bool:
        """Whether saving would change the row, or what belongs to it."""
        if any(getattr(self.instance, name) != value for name, value in self._stored_values.items()):
            return True
        return any(field.name in self.changed_data for field in self.instance._meta.many_to_many)

    @cached_property
    def changed_data(self) -> list[str]:
        return [name for name in super().changed_data if name != "version"]

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_stale:
            self._refuse()

    def _refuse(self) -> None:
        stored = self._stored_version
        number = self.instance.pk or row_number(self.data.get(self.add_prefix("row_before")))
        history = self._meta.model.history.filter(id=number)
        self.conflict = Conflict.over(history, self._differences() if stored else (), is_gone=not stored)
        self.add_error(None, self.conflict.message)
        # The page that is shown now shows what is stored: from here on that is the version it was opened with.
        data: Any = self.data
        self.data = data = data.copy()
        data[self.add_prefix("version")] = stored

    def _differences(self) -> Iterator[FieldDifference]:
        for name in self.changed_data:
            field = self[name]
            if not field.is_hidden:
                typed, stored = words_of(field.field, field.value()), words_of(field.field, self.initial.get(name))
                yield FieldDifference(str(field.label), *excerpts(stored, typed))


def row_number(text: object) -> int | None:
    """The number of a row that an address or a form names; None where it names none."""
    digits = str(text or "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 19 else None


def words_of(field: forms.Field, value: object) -> str:
    """A field's value as a person reads it: the labels of what was chosen, the lines that were typed."""
    if isinstance(field, forms.BooleanField):
        return gettext("yes") if value in (True, "on") else ""
    value = field.prepare_value(value)
    values = value if isinstance(value, list | tuple | set) else [value]
    chosen = [str(getattr(one, "pk", one)) for one in values if one not in (None, "")]
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        choices: Any = field.choices
        labels = {str(key): str(label) for key, label in choices}
        return ", ".join(labels.get(one, one) for one in chosen)
    return "\n".join(chosen).replace("\r\n", "\n")


def excerpts(one: str, other: str) -> tuple[str, str]:
    """Both texts; of long ones an excerpt around the first difference."""
    if max(len(one), len(other)) <= SHOWN:
        return one, other
    same = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    start = max(0, (min(len(one), len(other)) if same is None else same) - BEFORE)
    return _cut(one, start), _cut(other, start)


def _cut(text: str, start: int) -> str:
    return ("… " if start else "") + text[start : start + SHOWN] + (" …" if len(text) > start + SHOWN else "")
