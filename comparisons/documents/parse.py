"""A strict JSON parser: UTF-8, no duplicate keys, no NaN, no long numbers."""

import json
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from .faults import Fault, Faults, quoted
from .values import DIGITS_AT_MOST, is_short


class _Refused(ValueError):
    pass


def parse(raw: bytes) -> Any:
    """Read UTF-8 JSON; fractions come as Decimal. Raises Faults: not UTF-8, not JSON, a key twice, NaN, too deep."""
    try:
        return json.loads(
            raw.decode("utf-8-sig"),
            parse_float=_fraction,
            parse_int=_integer,
            parse_constant=_refuse_constant,
            object_pairs_hook=_unique,
        )
    except UnicodeDecodeError as error:
        raise _fault(_("This is not UTF-8: see byte %(place)d.") % {"place": error.start + 1}) from None
    except json.JSONDecodeError as error:
        message = _("This is not JSON: %(reason)s, line %(line)d, column %(column)d.")
        raise _fault(message % {"reason": error.msg, "line": error.lineno, "column": error.colno}) from None
    except RecursionError:
        raise _fault(_("This is nested too deeply.")) from None
    except _Refused as error:
        raise _fault(str(error)) from None


def _fault(message: str) -> Faults:
    return Faults([Fault("", message)])


def _integer(digits: str) -> int:
    # Python refuses to read very long integers, and no field of the format takes one.
    if len(digits) > DIGITS_AT_MOST:
        raise _too_long(digits)
    return int(digits)


def _fraction(digits: str) -> Decimal:
    try:
        number = Decimal(digits)
    except InvalidOperation:
        raise _too_long(digits) from None
    if not is_short(number):
        raise _too_long(digits)
    return number


def _too_long(digits: str) -> _Refused:
    message = _("The number “%(number)s” is too long: a number has at most 15 digits, 6 of them decimals.")
    return _Refused(message % {"number": quoted(digits)})


def _refuse_constant(name: str) -> None:
    raise _Refused(_("%(name)s is not a JSON number.") % {"name": name})


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object without duplicate keys; of a key given twice, one value would be lost silently."""
    result: dict[str, object] = {}
    for key, value in pairs:
        if key in result:
            raise _Refused(_("The key “%(key)s” stands twice in one object.") % {"key": quoted(key)})
        result[key] = value
    return result
