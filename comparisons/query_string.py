"""The base of every page's query string. It works as a Django form does: fields, cleaning, all errors at once.

What was cleaned is written back as a canonical query string, into links and into redirects.
"""

from collections.abc import Callable, Collection, Container, Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, replace
from typing import Any, ClassVar, Self
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

DIGITS_AT_MOST = 9

Cleaner = Callable[[str, Any], Any]
"""From a parameter's name and what is given for it to its value. Raises ValidationError."""


@dataclass(frozen=True)
class QueryString:
    """What a page is asked for. A subclass has a field for each parameter, in the canonical order.

    The name of a field is that of the parameter, unless its metadata have another `name` (“from” is taken in Python).
    A field with a default may be left out of the address. A field whose default is a tuple is a list: its values are
    separated by commas, or the parameter is repeated. Of any other parameter that is repeated the last one counts.
    """

    safe: ClassVar[str] = ",/"
    """Signs that the canonical form leaves as they are."""

    @classmethod
    def cleaned(cls, data: QueryDict, **cleaners: Cleaner) -> Self:
        """Clean what is given or required, in the order of the cleaners. Raises ValidationError with all faults.

        A field without a cleaner is not read.
        """
        declared = {one.name: one for one in fields(cls)}
        values: dict[str, Any] = {}
        faults: list[str] = []
        for key, clean in cleaners.items():
            given = _given(data, declared[key])
            if not given and declared[key].default is not MISSING:
                continue
            try:
                values[key] = clean(_name(declared[key]), given)
            except ValidationError as error:
                faults += error.messages
        faults += cls.faults_together(data, values)
        if faults:
            raise ValidationError(faults)
        return cls(**values)

    @classmethod
    def faults_together(cls, data: QueryDict, cleaned: Mapping[str, object]) -> Iterable[str]:
        """What is wrong with parameters beside each other. `cleaned` has the fields that are given and well alone."""
        return ()

    @classmethod
    def names(cls) -> set[str]:
        """All parameters, as the address names them."""
        return {_name(one) for one in fields(cls)}

    @property
    def parameters(self) -> dict[str, str]:
        """What is asked for, by name in the address. What has its default is left out."""
        values = ((one, getattr(self, one.name)) for one in fields(self))
        return {_name(one): _text(value) for one, value in values if value != one.default}

    @property
    def canonical(self) -> str:
        """The canonical query string, such as "?show=open&topic=trade", or "" where nothing is asked."""
        text = urlencode(self.parameters, safe=self.safe, errors="replace")
        return f"?{text}" if text else ""

    def changed(self, **changes: object) -> str:
        """The canonical query string of this query with some of its fields changed, for a link."""
        return replace(self, **changes).canonical

    def needs_canonical_redirect(self, data: QueryDict) -> bool:
        """Whether the page's own form sent `data`, and the canonical query string is another one.

        What a link, a person or another program wrote is answered as it is, and so are parameters of other programs.
        """
        canonical = QueryDict(self.canonical.removeprefix("?"))
        return self.is_sent_by_form(data) and dict(data.lists()) != dict(canonical.lists())

    @classmethod
    def is_sent_by_form(cls, data: QueryDict) -> bool:
        """Whether the page's form sends these parameters, its empty fields among them."""
        return False


def _name(declared: Field[Any]) -> str:
    name: str = declared.metadata.get("name", declared.name)
    return name


def _given(data: QueryDict, declared: Field[Any]) -> str | tuple[str, ...]:
    name = _name(declared)
    if isinstance(declared.default, tuple):
        return tuple(value for values in data.getlist(name) for value in values.split(",") if value)
    return data.get(name, "")


def _text(value: object) -> str:
    return ",".join(value) if isinstance(value, tuple) else str(value)


def one_of(choices: Collection[str]) -> Cleaner:
    """A choice; the message lists all of them."""

    def clean(name: str, given: str) -> str:
        if given not in choices:
            message = gettext("“%(name)s” is one of: %(choices)s.")
            raise ValidationError(message % {"name": name, "choices": ", ".join(choices)})
        return given

    return clean


def member_of(choices: Container[str], message: str) -> Cleaner:
    """A choice of too many to list."""

    def clean(_name: str, given: str) -> str:
        if given not in choices:
            raise ValidationError(message)
        return given

    return clean


def number(message: str, among: Container[int] | None = None) -> Cleaner:
    """A positive integer; where `among` is given, one of these."""

    def clean(_name: str, given: str) -> int:
        value = positive_integer(given)
        if value is None or (among is not None and value not in among):
            raise ValidationError(message)
        return value

    return clean


def positive_integer(given: str) -> int | None:
    """A positive integer in the one way to write it: at most nine ASCII digits, no zero in front. Else None."""
    if not (given.isascii() and given.isdigit() and len(given) <= DIGITS_AT_MOST) or given.startswith("0"):
        return None
    return int(given)
