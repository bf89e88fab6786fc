"""The published JSON Schema, and the shape of a document held against it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path as File
from typing import Any

from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from .faults import Fault, place_of

SCHEMA_TEXT = (File(__file__).parent / "comparison-1.schema.json").read_text()
SCHEMA: dict[str, Any] = json.loads(SCHEMA_TEXT)


def _pattern(_validator: Any, pattern: str, given: Any, _schema: Any) -> Iterator[ValidationError]:
    """As ECMA-262, which the schema is written for, reads `$`: the end, and not before a last newline as well."""
    if isinstance(given, str) and not re.search(pattern.replace("$", r"\Z"), given, re.ASCII):
        yield ValidationError(pattern)


_validator = extend(Draft202012Validator, {"pattern": _pattern})(SCHEMA)  # type: ignore[no-untyped-call]


def shape_faults(document: Any) -> Iterator[Fault]:
    """Everything in which the document is not of the schema's shape."""
    for error in _validator.iter_errors(document):
        yield from _faults(error)


def _faults(error: ValidationError) -> Iterator[Fault]:
    path = list(error.absolute_path)
    rule = error.validator
    given: Any = error.instance
    expected: Any = error.validator_value
    schema: Any = error.schema
    match rule:
        case "required":
            for key in expected:
                if key not in given and f"{key!r} " in error.message:
                    yield Fault(place_of([*path, key]), _("This is required."))
        case "additionalProperties":
            for key in given:
                if key not in schema["properties"]:
                    yield Fault(place_of([*path, key]), _("This key is not known here."))
        case "anyOf":
            # Each is a reference or null: what is wrong with the reference is what helps.
            yield from (fault for inner in error.context or () if inner.validator != "type" for fault in _faults(inner))
            if all(inner.validator == "type" for inner in error.context or ()):
                yield Fault(place_of(path), _("This is to be a string or null."))
        case _:
            yield Fault(place_of(path), _message(str(rule), expected, given))


def _message(rule: str, expected: Any, given: Any) -> str:
    match rule:
        case "type":
            names = [expected] if isinstance(expected, str) else expected
            return _("This is to be of type %(types)s.") % {"types": _(" or ").join(names)}
        case "enum":
            return _("“%(given)s” is none of: %(choices)s.") % {"given": given, "choices": ", ".join(expected)}
        case "const":
            return _("This is to be “%(expected)s”.") % {"expected": expected}
        case "pattern" if expected == "\\S":
            return _("This must not be empty.")
        case "pattern":
            return _("“%(given)s” is not of the form %(pattern)s.") % {"given": given[:100], "pattern": expected}
        case "minLength" | "minItems":
            return _("This must not be empty.")
        case "maxLength":
            return _("This has %(length)d characters; at most %(limit)d are taken.") % {
                "length": len(given),
                "limit": expected,
            }
        case "maxItems":
            return _("This has %(length)d entries; at most %(limit)d are taken.") % {
                "length": len(given),
                "limit": expected,
            }
        case "minimum":
            return _("This is to be %(limit)s or more.") % {"limit": expected}
        case _:
            return _("This is to lie between %(limit)s and its opposite.") % {"limit": abs(expected)}
