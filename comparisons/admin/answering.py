"""Forms on the page before publishing: answering what the desk asks, and taking an answer back."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from comparisons.models import Answer, Event
from comparisons.models.people import signature
from comparisons.publishing import answers
from comparisons.publishing.asked import anchor_of
from comparisons.publishing.permissions import may_publish

from .fields import PlainField
from .typed import WORDS, keep_typed

WORDS_AT_MOST = Answer._meta.get_field("words").max_length


class AnswerForm(forms.Form):
    words = PlainField(
        max_length=WORDS_AT_MOST, error_messages={"required": _("Say in a word why it is as it should be.")}
    )


@require_POST
@permission_required("comparisons.change_event", raise_exception=True)
def answer(request: HttpRequest, event_id: int) -> HttpResponse:
    """Keep an answer, and go back to the question that it answers; a refusal stands at the top of the page.

    Where Enter was pressed in a line, every line that is filled in is an answer. What else was typed is kept.
    """
    event = get_object_or_404(Event, pk=event_id)
    digests = [request.POST.get("digest", "")[:64]]
    if not digests[0]:
        filled = (name for name in request.POST if name.startswith(WORDS) and str(request.POST[name]).strip())
        digests = [name.removeprefix(WORDS)[:64] for name in filled]
    for digest in digests:
        form = AnswerForm({"words": request.POST.get(f"{WORDS}{digest}", "")})
        if not form.is_valid():
            return _refused(request, event, *form.errors["words"])
        try:
            answers.answer(event, digest, words=form.cleaned_data["words"], by=signature(request.user))
        except answers.CannotAnswer as error:
            return _refused(request, event, str(error))
    return _back(request, event, digests[-1] if digests else "")


@require_POST
@permission_required("comparisons.change_event", raise_exception=True)
def take_back(request: HttpRequest, event_id: int) -> HttpResponse:
    """Ask again what was answered."""
    event = get_object_or_404(Event, pk=event_id)
    digest = request.POST.get("digest", "")[:64]
    try:
        answers.take_back(event, digest)
    except answers.CannotAnswer as error:
        return _refused(request, event, str(error))
    return _back(request, event, digest)


def _back(request: HttpRequest, event: Event, digest: str) -> HttpResponse:
    keep_typed(request, event.pk, without=digest)
    return redirect(f"{_page(request, event)}#{anchor_of(digest)}")


def _refused(request: HttpRequest, event: Event, *reasons: object) -> HttpResponse:
    for reason in reasons:
        messages.error(request, str(reason))
    keep_typed(request, event.pk)
    return redirect(_page(request, event))


def _page(request: HttpRequest, event: Event) -> str:
    """The page that asks; for whoever may not see it, the event's."""
    page = "publish" if may_publish(request.user) else "change"
    return reverse(f"admin:comparisons_event_{page}", args=[event.pk])
