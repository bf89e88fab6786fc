"""The interchange format comparison/1: parse, validate, load into the desk, and dump."""

from .dump import dump, render_json
from .faults import Fault, Faults
from .load import Loaded, load
from .parse import parse
from .schema import SCHEMA, SCHEMA_TEXT
from .validate import validate

__all__ = [
    "SCHEMA",
    "SCHEMA_TEXT",
    "Fault",
    "Faults",
    "Loaded",
    "dump",
    "load",
    "parse",
    "render_json",
    "validate",
]
