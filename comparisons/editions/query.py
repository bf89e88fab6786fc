"""Which editions a reader asks for in a query string: validated, and written back into links."""

from collections.abc import Collection
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from comparisons.addresses import number_in


@dataclass(frozen=True)
class LogQuery:
    """Where a page of the log begins."""

    before: int

    @classmethod
    def parse(cls, data: QueryDict, newest: int) -> "LogQuery":
        """Read ?before=, the number of an edition after the first; with none it begins with the newest.

        Raises ValidationError.
        """
        given = data.get("before", "")
        before = number_in(given) if given else newest + 1
        if before is None or not 1 < before <= newest + 1:
            raise ValidationError([gettext("“before” is not the number of an edition after the first.")])
        return cls(before)


@dataclass(frozen=True)
class ChangesQuery:
    """Which two editions are compared: 0 where that is not said."""

    earlier: int = 0
    later: int = 0

    @classmethod
    def given(cls, data: QueryDict) -> "ChangesQuery":
        """What is asked for, as far as these are numbers."""
        return cls(number_in(data.get("from", "")) or 0, number_in(data.get("to", "")) or 0)

    @classmethod
    def parse(cls, data: QueryDict, numbers: Collection[int]) -> "ChangesQuery":
        """Read ?from= and ?to=, numbers of editions that there are. Raises ValidationError with every fault."""
        query = cls.given(data)
        faults = []
        if query.earlier not in numbers:
            faults.append(gettext("“from” is not the number of an edition of this comparison."))
        if query.later not in numbers:
            faults.append(gettext("“to” is not the number of an edition of this comparison."))
        if not faults and query.earlier == query.later:
            faults.append(gettext("“from” and “to” are the same edition: there is nothing to compare."))
        if not faults and query.earlier > query.later:
            faults.append(gettext("“from” is the later of the two: choose the earlier one there."))
        if faults:
            raise ValidationError(faults)
        return query
