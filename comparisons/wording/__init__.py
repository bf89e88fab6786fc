"""The product's sentences and the words that stand for stored values: one place, the same for every party."""

from .accounts import (
    account_kind,
    attribution_label,
    attribution_to_add,
    claim_untranslated,
    completeness,
    event_kind,
    language_name,
    place,
    translated_by,
    untranslated,
)
from .figures import figure_told, interval
from .labels import (
    FAMILIES,
    OUTCOMES,
    POSITIONS,
    REMARKS,
    family_in_short,
    family_label,
    outcome_and_caveats,
    outcome_label,
    position_counted,
    position_label,
    remark,
)
from .moments import after_the_first, moment
from .names import in_sentence, names, possessive, reader
from .sentence import grounds_in_short, grounds_told, sentence, stance_told, standing_told

__all__ = [
    "FAMILIES",
    "OUTCOMES",
    "POSITIONS",
    "REMARKS",
    "account_kind",
    "after_the_first",
    "attribution_label",
    "attribution_to_add",
    "claim_untranslated",
    "completeness",
    "event_kind",
    "family_in_short",
    "family_label",
    "figure_told",
    "grounds_in_short",
    "grounds_told",
    "in_sentence",
    "interval",
    "language_name",
    "moment",
    "names",
    "outcome_and_caveats",
    "outcome_label",
    "place",
    "position_counted",
    "position_label",
    "possessive",
    "reader",
    "remark",
    "sentence",
    "stance_told",
    "standing_told",
    "translated_by",
    "untranslated",
]
