"""The query strings of the log of editions (keyset pagination) and of the diff of two."""

from collections.abc import Collection
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from comparisons.query_string import QueryString, number, positive_integer


@dataclass(frozen=True)
class LogQuery(QueryString):
    """Where a page of the log begins (keyset pagination by the edition's number)."""

    before: int

    @classmethod
    def parse(cls, data: QueryDict, newest: int) -> "LogQuery":
        """Read ?before=, the number of an edition after the first; with none the log begins with the newest.

        Raises ValidationError.
        """
        message = gettext("“before” is not the number of an edition after the first.")
        if not data.get("before"):
            return cls(newest + 1)
        return cls.cleaned(data, before=number(message, range(2, newest + 2)))


@dataclass(frozen=True)
class ChangesQuery(QueryString):
    """Which two editions are compared: 0 where that is not said."""

    earlier: int = field(metadata={"name": "from"})
    later: int = field(metadata={"name": "to"})

    @classmethod
    def given(cls, data: QueryDict) -> "ChangesQuery":
        """What is asked for, as far as these are numbers: to look up which of them there are."""
        return cls(positive_integer(data.get("from", "")) or 0, positive_integer(data.get("to", "")) or 0)

    @classmethod
    def parse(cls, data: QueryDict, numbers: Collection[int]) -> "ChangesQuery":
        """Read ?from= and ?to=, numbers of editions that there are. Raises ValidationError."""
        query = cls.cleaned(
            data,
            earlier=number(gettext("“from” is not the number of an edition of this comparison."), numbers),
            later=number(gettext("“to” is not the number of an edition of this comparison."), numbers),
        )
        if query.earlier == query.later:
            raise ValidationError([gettext("“from” and “to” are the same edition: there is nothing to compare.")])
        if query.earlier > query.later:
            raise ValidationError([gettext("“from” is the later of the two: choose the earlier one there.")])
        return query
