"""The published JSON Schema, and the errors of a document against it."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path as File
from typing import Any

from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from comparisons.models.fields import is_country, is_language, is_slug

from .faults import Fault, place_of, quoted

SCHEMA_TEXT = (File(__file__).parent / "comparison-1.schema.json").read_text()
Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""

SCHEMA: Schema = json.loads(SCHEMA_TEXT)


# What ECMA-262, which the schema is written for, takes for white space; Python takes some more and one less.
WHITE_SPACE = r"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
# Anything else than white space, and than signs that join, part or turn letters and show nothing of their own.
VISIBLE = SCHEMA["$defs"]["event"]["properties"]["title"]["pattern"]


@cache
def _python(pattern: str) -> re.Pattern[str]:
    """The expression as ECMA-262 reads it: its digits and white space, and `$` is the end alone."""
    return re.compile(pattern.replace(r"\d", "[0-9]").replace(r"\s", WHITE_SPACE).replace("$", r"\Z"))


def is_visible(text: str) -> bool:
    return bool(_python(VISIBLE).search(text))


def _pattern(_validator: object, pattern: str, given: object, _schema: object) -> Iterator[ValidationError]:
    if isinstance(given, str) and not _python(pattern).search(given):
        yield ValidationError(pattern)


def _is_integer(_checker: object, value: object) -> bool:
    """1.0 is none here: what counts characters or revisions is written without a fraction."""
    return type(value) is int


_validator = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    {"pattern": _pattern},
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer),
)(SCHEMA)


def shape_faults(document: object) -> Iterator[Fault]:
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
                is_object = any(inner.validator_value == "object" for inner in error.context or ())
                message = _("This is to be an object or null.") if is_object else _("This is to be a string or null.")
                yield Fault(place_of(path), message)
        case _:
            yield Fault(place_of(path), _message(str(rule), expected, given))


def _message(rule: str, expected: Any, given: Any) -> str:
    match rule:
        case "type":
            names = [expected] if isinstance(expected, str) else expected
            return _("This is to be of type %(types)s.") % {"types": _(" or ").join(names)}
        case "enum":
            return _("“%(given)s” is none of: %(choices)s.") % {"given": quoted(given), "choices": ", ".join(expected)}
        case "const":
            return _("This is to be “%(expected)s”.") % {"expected": expected}
        case "pattern" if expected == VISIBLE:
            return _("This must not be empty.")
        case "pattern":
            message = _("“%(given)s” is not of the right form. %(form)s")
            return message % {"given": quoted(given), "form": _form(expected)}
        case "minLength" | "minItems":
            return _("This must not be empty.")
        case "maxLength":
            return too_many_characters(len(given), expected)
        case "maxItems":
            return _("This has %(length)d entries; at most %(limit)d are taken.") % {
                "length": len(given),
                "limit": expected,
            }
        case "minimum":
            return _("This is to be %(limit)s or more.") % {"limit": expected}
        case _:
            return _("This is to lie between %(limit)s and its opposite.") % {"limit": abs(expected)}


def too_many_characters(length: int, limit: int) -> str:
    return _("This has %(length)d characters; at most %(limit)d are taken.") % {"length": length, "limit": limit}


def _form(pattern: str) -> str:
    """What a value has to be like, in words."""
    kinds = SCHEMA["$defs"]
    words = {
        kinds["slug"]["pattern"]: is_slug.message,
        kinds["account"]["properties"]["language"]["pattern"]: is_language.message,
        kinds["party"]["properties"]["country"]["pattern"]: is_country.message,
        kinds["event"]["properties"]["date"]["pattern"]: _("Use a date such as 2017-01-28."),
        kinds["moment"]["pattern"]: _(
            "Use a date, or a date and time, such as 2017-01-28 or 2017-01-28T15:31:00+03:00."
        ),
        kinds["address"]["pattern"]: _("Use an address that begins with http:// or https://, or leave it empty."),
    }
    return str(words[pattern])
