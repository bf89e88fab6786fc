"""The stances that a browser sent, brought to what is held by now: another editor may have added or deleted some."""

import re
from dataclasses import dataclass
from typing import Any

from django.forms.formsets import INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.http import QueryDict

from comparisons.models import Stance

FILLED_IN = ("position", "note", "quote_1")
FORMS_AT_MOST = 1_000


@dataclass
class Posted:
    """What one form sent: the name of each field within the form, and its values."""

    fields: dict[str, list[str]]

    def number(self, name: str) -> int | None:
        text = (self.fields.get(name) or [""])[0]
        return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None

    @property
    def is_filled_in(self) -> bool:
        return any(self.fields.get(name, [""])[0].strip() for name in FILLED_IN)


def as_held(data: QueryDict, prefix: str, claim: int | None, held: dict[int, int]) -> QueryDict:
    """The same data with each form at the stance that its account has by now; `held` is account -> stance.

    A form for a stance that is gone becomes one for a stance to be added, and still names its version. One for a
    stance that somebody else has added meanwhile becomes one for that stance, and names no version. So both are told.
    """
    forms = _forms(data, prefix)
    opened = {id(form): form.number("id") for form in forms}
    gone = {pk for pk in opened.values() if pk and pk not in held.values()}
    accounts = dict(Stance.history.filter(id__in=gone).values_list("id", "account_id")) if gone else {}
    has_moved = False
    for form in forms:
        pk = opened[id(form)]
        if pk in gone:
            has_moved = True
            form.fields["id"], form.fields["account"] = [""], [str(accounts.get(pk, ""))]
            if claim:
                form.fields["row_before"] = [str(pk)]
                form.fields["version"] = form.fields.get("version") or ["gone"]
            else:
                # The whole claim is gone, which is told at its head.
                form.fields["version"] = [""]
                form.fields.pop("claim", None)
        account = form.number("account")
        if (not pk or pk in gone) and account in held and form.is_filled_in:
            has_moved = True
            form.fields["id"] = [str(held[account])]
    return _renumbered(data, prefix, forms) if has_moved else data


def _forms(data: QueryDict, prefix: str) -> list[Posted]:
    text = data.get(f"{prefix}-{TOTAL_FORM_COUNT}") or ""
    total = min(int(text), FORMS_AT_MOST) if text.isascii() and text.isdigit() and len(text) < 6 else 0
    forms = [Posted({}) for _number in range(total)]
    for name, values in data.lists():
        if name.startswith(f"{prefix}-"):
            number, _dash, field = name.removeprefix(f"{prefix}-").partition("-")
            if field and number.isascii() and number.isdigit() and len(number) < 6 and int(number) < total:
                forms[int(number)].fields[field] = values
    return forms


def _renumbered(data: QueryDict, prefix: str, forms: list[Posted]) -> Any:
    """First the forms of the stances that are held, as a formset wants it."""
    held = [form for form in forms if form.number("id")]
    others = [form for form in forms if not form.number("id")]
    renumbered = QueryDict(mutable=True)
    for name, values in data.lists():
        if not re.match(rf"{re.escape(prefix)}-\d+-", name):
            renumbered.setlist(name, values)
    for number, form in enumerate([*held, *others]):
        for name, values in form.fields.items():
            renumbered.setlist(f"{prefix}-{number}-{name}", values)
    renumbered[f"{prefix}-{INITIAL_FORM_COUNT}"] = str(len(held))
    return renumbered
