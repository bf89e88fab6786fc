"""Sixteen editors, each a process of its own, save the same pages at once: `python -m tests.admin.sixteen_editors`.

Needs DATABASE_URL and DJANGO_SETTINGS_MODULE, and a database that holds one event. Prints how many saves were
acknowledged, refused and found no room, and ends with 1 and the reason where an acknowledged change is lost.
"""

import json
import random
import sys
import time
from collections import Counter, defaultdict
from multiprocessing import get_context
from typing import Any, NamedTuple

import django
from django.conf import settings

EDITORS, SAVES, SEED = 16, 200, 2017
BESIDE_THE_FORMS = 0.85  # stances that are set without the page of their form, which takes its time
ATTEMPTS = 20


class Saved(NamedTuple):
    """An acknowledged save: the words that it wrote in a row, and the version that it was made on."""

    model: str
    pk: int
    words: str
    opened: str


FIELDS = {"event": "place", "account": "via", "claim": "note", "stance": "note"}


def edit(number: int) -> tuple[list[Saved], Counter[int]]:
    """What one editor got acknowledged, and how often each status was the answer."""
    from django.contrib.auth.models import User

    from comparisons.models import Account, Claim, Event, Stance

    user, _made = User.objects.get_or_create(username=f"editor-{number}", is_staff=True, is_superuser=True)
    pages: list[list[Any]] = [list(model.objects.all()) for model in (Event, Account, Claim, Claim)]
    chance = random.Random(SEED + number)
    saved: list[Saved] = []
    answers: Counter[int] = Counter()
    seen: dict[Any, dict[str, Any]] = {}
    for count in range(SAVES):
        words = f"editor {number}, save {count}"
        stances = list(Stance.objects.all())
        if chance.random() < BESIDE_THE_FORMS:
            stance = chance.choice(stances)
            for _attempt in range(ATTEMPTS):
                status, opened = save_stance(user, stance, words)
                answers[status] += 1
                if status != 503:
                    break
            if status == 302:
                saved.append(Saved("stance", stance.pk, words, opened))
            continue
        page = chance.choice(chance.choice([*pages, stances]))
        data = opened_page(user, page, seen)
        model = page._meta.model_name
        data[FIELDS[model]] = words
        opened = str(data["version"])
        for _attempt in range(ATTEMPTS):
            status = request_page(user, page, data)
            answers[status] += 1
            if status != 503:
                break
        if status == 302:
            saved.append(Saved(model, page.pk, words, opened))
    return saved, answers


def save_stance(user: Any, stance: Any, words: str) -> tuple[int, str]:
    """Open a stance and set it with a further note, as the panel does; the status that it would answer, and on what."""
    from django.test import RequestFactory
    from simple_history.middleware import HistoryRequestMiddleware

    from comparisons.admin.locking import Busy, save_with_retries
    from comparisons.documents.dump import revisions_of, stance_entry
    from comparisons.editorial.stances import set_stance
    from comparisons.models import Account, Stance
    from comparisons.models.people import signature
    from comparisons.models.versioned import Stale

    opened = Stance.objects.select_related("claim", "account").prefetch_related("quotes").get(pk=stance.pk)
    revisions = revisions_of(Account.objects.for_event(opened.claim.event_id))
    entry: Any = {**stance_entry(opened.account, opened, revisions), "note": words}
    request: Any = RequestFactory().post("/")
    request.user, request.session = user, {}

    def save() -> Any:
        return set_stance(opened.claim, opened.account, entry, version=opened.version, reader=signature(user))

    try:
        HistoryRequestMiddleware(lambda request: save_with_retries(request, save))(request)
    except (Stale, Busy) as error:
        return 409 if isinstance(error, Stale) else 503, str(opened.version)
    return 302, str(opened.version)


def opened_page(user: Any, page: Any, seen: dict[Any, dict[str, Any]]) -> dict[str, Any]:
    """What the page's form holds now. Only the first opening builds the page; later ones read what may have changed."""
    if page not in seen:
        seen[page] = request_page(user, page, None)
    row = type(page).objects.get(pk=page.pk)
    field = FIELDS[page._meta.model_name]
    return {**seen[page], "version": str(row.version), field: getattr(row, field)}


def request_page(user: Any, page: Any, data: dict[str, Any] | None) -> Any:
    """Open a page, for what a browser would send back; or send it, for the status of the answer."""
    from django.contrib import admin
    from django.contrib.messages.storage import default_storage
    from django.test import RequestFactory
    from simple_history.middleware import HistoryRequestMiddleware

    from comparisons.admin.desk.pages import panel

    browser = RequestFactory(SERVER_NAME="localhost")
    at_the_desk = page._meta.model_name == "stance"
    opened = {"account": str(page.account_id), "claim": f"#{page.claim_id}"} if at_the_desk else {}
    request: Any = browser.get("/", opened) if data is None else browser.post("/", data)
    request.user, request.session, request._dont_enforce_csrf_checks = user, {}, True
    request._messages = default_storage(request)
    if at_the_desk:
        event = page.claim.event_id
        if data is None:
            return {**opened, **values_of(stance_form(event, request))}
        return HistoryRequestMiddleware(lambda request: panel(request, event))(request).status_code
    screen = admin.site.get_model_admin(type(page))
    answer = HistoryRequestMiddleware(lambda request: screen.change_view(request, str(page.pk)))(request)
    return answer.status_code if data is not None else values_of([answer.context_data["adminform"].form])


def stance_form(event: int, request: Any) -> list[Any]:
    from comparisons.admin.desk.cell import DeskCell
    from comparisons.admin.desk.forms import StanceForm
    from comparisons.models import Event

    form = StanceForm.opened(DeskCell.named(Event.objects.get(pk=event), request.GET), request.GET)
    return [form, form.quotes.management_form, *form.quotes]


def values_of(forms: list[Any]) -> dict[str, Any]:
    data = {}
    for form in forms:
        for field in form:
            value = field.field.prepare_value(field.value())
            if not field.field.disabled and value is not None and value is not False:
                data[field.html_name] = value
    return data


def faults(saved: list[Saved]) -> list[str]:
    """What was acknowledged and is not in the history exactly once, upon the version that it was made on."""
    from django.apps import apps

    found = []
    by_row: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    for save in saved:
        by_row[save.model, save.pk][save.words] = save.opened
    for (model, pk), acknowledged in by_row.items():
        rows: Any = apps.get_model("comparisons", model)
        chain = list(rows.history.filter(id=pk).order_by("history_id"))
        words = [getattr(one, FIELDS[model]) for one in chain]
        for earlier, later, written in zip(chain, chain[1:], words[1:], strict=False):
            if written in acknowledged and str(earlier.version) != acknowledged[written]:
                found.append(f"{model} {pk}: “{written}” was saved over a version that its editor had not seen")
            if written in acknowledged and later.history_user is None:
                found.append(f"{model} {pk}: nobody saved “{written}”")
        counted = Counter(word for word in words if word.startswith("editor "))
        if counted != Counter(list(acknowledged)):
            found.append(f"{model} {pk}: acknowledged and kept differ: {set(counted) ^ set(acknowledged)}")
        if getattr(rows.objects.get(pk=pk), FIELDS[model]) != words[-1]:
            found.append(f"{model} {pk}: its state is not the last that was acknowledged")
    return found


def main() -> None:
    settings.LOGGING_CONFIG = None
    django.setup()
    started = time.monotonic()
    with get_context("fork").Pool(EDITORS) as editors:
        results = editors.map(edit, range(EDITORS), chunksize=1)
    saved = [one for acknowledged, _answers in results for one in acknowledged]
    answers = sum((answers for _saved, answers in results), Counter())
    lost = faults(saved)
    seconds = round(time.monotonic() - started, 1)
    print(json.dumps({"saves": EDITORS * SAVES, "answers": answers, "faults": lost, "seconds": seconds}))
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
