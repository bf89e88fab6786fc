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

WORDS_AT_MOST = Answer._meta.get_field("words").max_length


class AnswerForm(forms.Form):
    digest = forms.CharField(max_length=64)
    words = PlainField(
        max_length=WORDS_AT_MOST, error_messages={"required": _("Say in a word why it is as it should be.")}
    )


@require_POST
@permission_required("comparisons.change_event", raise_exception=True)
def answer(request: HttpRequest, event_id: int) -> HttpResponse:
    """Keep an answer, and go back to the question that it answers; a refusal stands at the top of the page."""
    event = get_object_or_404(Event, pk=event_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _refused(request, event, *form.errors.get("words", [answers.CHANGED]))
    digest = form.cleaned_data["digest"]
    try:
        answers.answer(event, digest, words=form.cleaned_data["words"], by=signature(request.user))
    except answers.CannotAnswer as error:
        return _refused(request, event, str(error))
    return redirect(f"{_page(request, event)}#{anchor_of(digest)}")


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
    return redirect(f"{_page(request, event)}#{anchor_of(digest)}")


def _refused(request: HttpRequest, event: Event, *reasons: object) -> HttpResponse:
    for reason in reasons:
        messages.error(request, str(reason))
    return redirect(_page(request, event))


def _page(request: HttpRequest, event: Event) -> str:
    """The page that asks; for whoever may not see it, the event's."""
    page = "publish" if may_publish(request.user) else "change"
    return reverse(f"admin:comparisons_event_{page}", args=[event.pk])
