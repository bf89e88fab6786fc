"""The words for what a document's keys hold, as the forms of the desk call it."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext

from comparisons.models import Account, Claim, Event, Stance

MODELS: dict[str, type[models.Model]] = {"event": Event, "account": Account, "claim": Claim, "stance": Stance}


def particulars(keys: Iterable[str], model: str) -> str:
    """The names of these fields in a row: "question, wording"."""
    return ", ".join(str(MODELS[model]._meta.get_field(key).verbose_name) for key in keys)  # type: ignore[union-attr]


def position_name(position: str) -> str:
    """An account's position as the desk calls it; with none it is not read yet."""
    return str(Stance.Position(position).label) if position else gettext("not read yet")
