"""JSON values of a document: type checks, cleaning, and iteration with places."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from comparisons.texts.anchors import clean_text

from .faults import Fault, Faults, Path, place_of

# A document goes down eight levels; each unknown key below them is a fault in itself.
LEVELS_AT_MOST = 20
DIGITS_AT_MOST = 30
TOO_GREAT: int = 10**DIGITS_AT_MOST

DERIVED_OF_DOCUMENT = frozenset({"edition"})
DERIVED_OF_CLAIM = frozenset({"outcome", "flags", "caveats", "positions", "rests_on"})


def entries(parent: object, key: str) -> Iterator[tuple[int, dict[str, object]]]:
    """The objects of a list, with their places; nothing where it is no list."""
    values = parent.get(key) if isinstance(parent, dict) else None
    for number, value in enumerate(values if isinstance(values, list) else []):
        if isinstance(value, dict):
            yield number, value


def cleaned(document: object) -> tuple[object, list[Fault]]:
    """A copy without what is derived, with LF for CRLF and null for what no JSON document holds, and faults for that.

    Raises Faults where it is nested too deeply to be looked at any further.
    """
    faults: list[Fault] = []
    return _cleaned(_without_derived(document), [], faults), faults


def is_short(number: int | float | Decimal) -> bool:
    """Whether a number is one that can be written and reckoned with; one of the format is far shorter still."""
    if isinstance(number, int):
        return -TOO_GREAT < number < TOO_GREAT
    if isinstance(number, float):
        return True
    return -DIGITS_AT_MOST <= number.adjusted() <= DIGITS_AT_MOST and len(number.as_tuple().digits) <= DIGITS_AT_MOST


def too_long() -> str:
    return _("This number is too long: a number has at most 15 digits, 6 of them decimals.")


def _without_derived(document: object) -> object:
    if not isinstance(document, dict):
        return document
    whole = {key: value for key, value in document.items() if key not in DERIVED_OF_DOCUMENT}
    if isinstance(whole.get("claims"), list):
        whole["claims"] = [
            {key: value for key, value in claim.items() if key not in DERIVED_OF_CLAIM}
            if isinstance(claim, dict)
            else claim
            for claim in whole["claims"]
        ]
    return whole


def _cleaned(value: object, path: Path, faults: list[Fault]) -> object:
    if len(path) > LEVELS_AT_MOST and isinstance(value, list | dict):
        raise Faults([Fault(place_of(path[:LEVELS_AT_MOST]), _("This is nested too deeply."))])
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [_cleaned(item, [*path, number], faults) for number, item in enumerate(value)]
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            faults.append(Fault(place_of(path), _("A key is to be a string.")))
        return {key: _cleaned(item, [*path, key], faults) for key, item in value.items() if isinstance(key, str)}
    if value is None or isinstance(value, bool):
        return value
    if not isinstance(value, int | float | Decimal) or not Decimal(value).is_finite():
        faults.append(Fault(place_of(path), _("This is no value of JSON.")))
        return None
    if not is_short(value):
        faults.append(Fault(place_of(path), too_long()))
        return None
    return value
