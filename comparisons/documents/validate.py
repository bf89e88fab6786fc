"""Validation of a comparison/1 document: every fault at its place, or the document with all keys."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import cast

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from comparisons.comparison.document import ValidDocument
from comparisons.models.fields import is_web_address
from comparisons.moments import Moment
from comparisons.texts.anchors import first_bad_character

from .faults import Fault, Faults, Path, place_of, quoted
from .schema import SCHEMA, Schema, shape_faults
from .stances import stance_faults
from .values import cleaned, entries

MOMENTS = {"issued_at", "captured_at", "reviewed_at", "confirmed_at"}
ADDRESSES = {"source_url", "archive_url"}


def validate(document: object) -> ValidDocument:
    """The document with every optional key in place and its texts cleaned. Raises Faults, with all of them at once.

    Values that are of the wrong shape are reported once, as such; the rest is still checked.
    """
    given, faults = cleaned(document)
    faults += [*_text_faults(given, []), *shape_faults(given)]
    if isinstance(given, dict):
        refused = {fault.place for fault in faults}
        faults += [*_value_faults(given, []), *_reference_faults(given), *stance_faults(given, refused)]
    if faults:
        # The first fault of a place: a value of the wrong shape breaks further rules only because of that.
        first: dict[str, Fault] = {}
        for fault in faults:
            first.setdefault(fault.place, fault)
        raise Faults(first.values())
    return cast(ValidDocument, _completed(given, SCHEMA))


def bad_character_in(text: str) -> str:
    """What is wrong with the first character that no stored text may have; nothing where there is none."""
    bad = first_bad_character(text)
    if bad is None:
        return ""
    message = _("Character %(place)d is the control character U+%(code)s, which cannot be kept.")
    return message % {"place": bad[0] + 1, "code": f"{ord(bad[1]):04X}"}


def _text_faults(value: object, path: Path) -> Iterator[Fault]:
    """Characters that no stored text may have, in any string at all."""
    if isinstance(value, str) and (bad := bad_character_in(value)):
        yield Fault(place_of(path), bad)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _text_faults(item, [*path, number])
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _text_faults(item, [*path, key])


def _value_faults(value: object, path: Path) -> Iterator[Fault]:
    """Dates, times and addresses that have the right form but do not exist."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _value_faults(item, [*path, number])
    if not isinstance(value, dict):
        return
    for key, item in value.items():
        place = [*path, key]
        if not isinstance(item, str) or not item:
            yield from _value_faults(item, place)
        elif key in MOMENTS:
            try:
                Moment.parse(item)
            except ValueError:
                yield Fault(place_of(place), _("“%(given)s” is no date or time.") % {"given": quoted(item)})
        elif key == "date":
            try:
                date.fromisoformat(item)
            except ValueError:
                yield Fault(place_of(place), _("“%(given)s” is no date.") % {"given": quoted(item)})
        elif key in ADDRESSES:
            try:
                is_web_address(item)
            except ValidationError:
                yield Fault(place_of(place), _("“%(given)s” is no web address.") % {"given": quoted(item)})


def _reference_faults(document: Mapping[str, object]) -> Iterator[Fault]:
    for key, name in (("parties", "slug"), ("topics", "slug"), ("accounts", "id"), ("claims", "slug")):
        yield from _repeated(document, key, name)
    parties, topics = _slugs(document, "parties"), _slugs(document, "topics")
    originals = {str(account.get("id")): account.get("translation_of") for _n, account in entries(document, "accounts")}
    for number, account in entries(document, "accounts"):
        place = f"accounts[{number}]"
        if isinstance(party := account.get("party"), str) and party not in parties:
            yield Fault(f"{place}.party", _("There is no party “%(slug)s”.") % {"slug": quoted(party)})
        original = account.get("translation_of")
        if isinstance(original, str) and original not in originals:
            yield Fault(f"{place}.translation_of", _("There is no account “%(slug)s”.") % {"slug": quoted(original)})
        elif original and _leads_back(str(account.get("id")), originals):
            yield Fault(f"{place}.translation_of", _("An account cannot be a translation of itself."))
    for number, claim in entries(document, "claims"):
        place = f"claims[{number}]"
        if isinstance(topic := claim.get("topic"), str) and topic not in topics:
            yield Fault(f"{place}.topic", _("There is no topic “%(slug)s”.") % {"slug": quoted(topic)})
        if claim.get("confirmed_by") and not claim.get("confirmed_at"):
            yield Fault(f"{place}.confirmed_at", _("Say when it was confirmed."))
        elif claim.get("confirmed_at") and not claim.get("confirmed_by"):
            yield Fault(f"{place}.confirmed_by", _("Say who confirmed it."))
        if claim.get("kind", "polar") == "polar" and claim.get("unit"):
            yield Fault(f"{place}.unit", _("Only a quantity has a unit."))
        if claim.get("kind") == "quantity" and not claim.get("unit"):
            yield Fault(f"{place}.unit", _("A quantity needs a unit."))


def _slugs(document: Mapping[str, object], key: str) -> set[str]:
    return {slug for _number, entry in entries(document, key) if isinstance(slug := entry.get("slug"), str)}


def _repeated(document: Mapping[str, object], key: str, name: str) -> Iterator[Fault]:
    seen = set()
    for number, entry in entries(document, key):
        value = entry.get(name)
        if isinstance(value, str) and value in seen:
            yield Fault(f"{key}[{number}].{name}", _("“%(slug)s” stands twice.") % {"slug": quoted(value)})
        elif isinstance(value, str):
            seen.add(value)


def _leads_back(account: str, originals: Mapping[str, object]) -> bool:
    """Whether the chain from a translation to its original comes back to where it began."""
    step, seen = originals.get(account), set()
    while isinstance(step, str) and step in originals and step not in seen:
        if step == account:
            return True
        seen.add(step)
        step = originals[step]
    return False


def _completed(value: object, schema: Schema) -> object:
    """The value in the schema's order of keys, with what was left out; what is derived is left out."""
    schema = _resolved(schema)
    if isinstance(value, list):
        return [_completed(item, schema["items"]) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _completed(value[key], rule) if value.get(key) is not None else _default(rule)
        for key, rule in schema["properties"].items()
        if set(_resolved(rule)) - {"description"}
    }


def _default(schema: Schema) -> object:
    if "anyOf" in schema:
        return None
    schema = _resolved(schema)
    if "default" in schema:
        return schema["default"]
    if schema.get("type") == "array":
        return []
    return "" if schema.get("type") == "string" else None


def _resolved(schema: Schema) -> Schema:
    """The schema that it refers to; of one that may be null as well, what else it may be."""
    if "anyOf" in schema and any(one == {"type": "null"} for one in schema["anyOf"]):
        schema = next(one for one in schema["anyOf"] if one != {"type": "null"})
    name: str | None = schema.get("$ref")
    named: Schema = SCHEMA["$defs"][name.rpartition("/")[2]] if name else schema
    return named
