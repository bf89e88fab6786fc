"""From bytes to the values of a JSON document, strictly."""

import json
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from .faults import Fault, Faults


class _Refused(ValueError):
    pass


def parse(raw: bytes) -> Any:
    """Read UTF-8 JSON; fractions come as Decimal. Raises Faults: not UTF-8, not JSON, a key twice, NaN, too deep."""
    try:
        return json.loads(
            raw.decode("utf-8-sig"),
            parse_float=Decimal,
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
    if len(digits) > 30:
        raise _Refused(_("The number %(number)s… is too long.") % {"number": digits[:30]})
    return int(digits)


def _refuse_constant(name: str) -> None:
    raise _Refused(_("%(name)s is not a JSON number.") % {"name": name})


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys each stand once; with a key twice, one of the two values would be lost unsaid."""
    result = dict(pairs)
    if len(result) < len(pairs):
        keys = [key for key, _value in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _Refused(_("The key “%(key)s” stands twice in one object.") % {"key": twice})
    return result
