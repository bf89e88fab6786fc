"""The admin's pages to preview, publish and withdraw a comparison."""

import re
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from comparisons.comparison.comparison import Comparison
from comparisons.comparison.document import Document
from comparisons.database.snapshot import snapshot
from comparisons.documents import Faults, dump, validate
from comparisons.editorial.progress import Review
from comparisons.editorial.revisions import ReadAgainList
from comparisons.editorial.second_reading import SecondReadings
from comparisons.models import Event
from comparisons.models.people import signature
from comparisons.publishing import publish as publishing
from comparisons.publishing.asked import asked_before_publishing
from comparisons.publishing.errors import CannotPublish
from comparisons.publishing.summary import BeforePublishing
from comparisons.views.comparison import comparison_page

from .answering import WORDS_AT_MOST
from .desk.permissions import may_set_stance
from .fields import PlainField
from .second_reading import MAY_CONFIRM
from .typed import typed_before


class DeskNote(forms.Form):
    """The sentence that goes with a publication or a withdrawal."""

    note = PlainField(required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 4, "cols": 80}))

    def __init__(self, *args: Any, label: Any = _("Change note"), help_text: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].label = label
        self.fields["note"].help_text = help_text


class PublishNote(DeskNote):
    """The change note, and the ticks that it takes where stances or contradictions have not been read again."""

    unread_allowed = forms.BooleanField(
        required=False, help_text=_("Readers then see at each of them that its text has changed since it was read.")
    )

    unconfirmed_allowed = forms.BooleanField(
        required=False, help_text=_("Readers then see at each of them that it was not read a second time.")
    )

    def __init__(self, *args: Any, unread: int, unconfirmed: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label = ngettext(
            "Publish although %(count)d contradiction has not been read a second time",
            "Publish although %(count)d contradictions have not been read a second time",
            unconfirmed,
        )
        self.fields["unconfirmed_allowed"].label = label % {"count": unconfirmed}
        if not unconfirmed:
            del self.fields["unconfirmed_allowed"]
        label = ngettext(
            "Publish although %(count)d stance has not been read again",
            "Publish although %(count)d stances have not been read again",
            unread,
        )
        self.fields["unread_allowed"].label = label % {"count": unread}
        if not unread:
            del self.fields["unread_allowed"]


PLACE = re.compile(r"^(accounts|claims)\[(\d+)\](?:\.stances\[(\d+)\])?(?:\.(\S+))?: ")


@require_safe
@permission_required("comparisons.view_event", raise_exception=True)
def preview(request: HttpRequest, event_id: int) -> HttpResponse:
    """The public page as the desk's present state would make it, for editors alone."""
    event = get_object_or_404(Event, pk=event_id)
    with snapshot():
        document = dump(event)
    try:
        validate(document)
    except Faults as faults:
        reasons = [named(str(fault), document) for fault in faults.faults]
        response = _page(request, event, "preview_impossible", gettext("Preview"), {"reasons": reasons})
    else:
        read_again = publishing.entries_to_read_again(event)
        response = comparison_page(request, Comparison.from_document(document, read_again), preview=True)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("comparisons.publish_comparison", raise_exception=True)
def publish(request: HttpRequest, event_id: int) -> HttpResponse:
    """Make the next edition, with a change note, after a look at what is not reviewed yet."""
    event = get_object_or_404(Event, pk=event_id)
    last = event.editions.current().first()
    help_text = (
        gettext("What changed since edition %(number)d, for readers.") % {"number": last.number}
        if last
        else gettext("For readers, if there is something to say. Empty for a first edition as a rule.")
    )
    read_again = ReadAgainList.of(event)
    given = request.POST if request.method == "POST" else None
    typed = {name: str(value) for name, value in (given or typed_before(request, event.pk)).items()}
    with snapshot():
        document, review = dump(event), Review.of(event)
    readings = SecondReadings.of(event, document)
    form = PublishNote(
        given,
        initial=typed,
        help_text=help_text,
        unread=len(read_again.entries),
        unconfirmed=len(readings.waiting),
    )
    reasons: tuple[str, ...] = ()
    if form.is_valid():
        note, allowed = form.cleaned_data["note"], form.cleaned_data.get("unread_allowed", False)
        # Those that the page showed when it was ticked: one that has come since is to be seen first.
        seen = request.POST.getlist("unconfirmed") if form.cleaned_data.get("unconfirmed_allowed") else ()
        try:
            user: Any = request.user
            edition = publishing.publish(
                event, note=note, by=signature(user), unread_allowed=allowed, unconfirmed_allowed=seen, user=user
            )
        except CannotPublish as error:
            reasons = error.reasons
        else:
            address = reverse("comparisons:comparison", args=[edition.slug])
            message = gettext("Edition {number} is published: {page}")
            link = format_html('<a href="{}">{}</a>', address, edition.title)
            messages.success(request, format_html(message, number=edition.number, page=link))
            return redirect("admin:comparisons_event_change", event.pk)
    else:
        reasons = publishing.obstacles(event, user=request.user)  # type: ignore[arg-type]
    context = {
        "form": form,
        "readings": readings,
        "may_confirm": request.user.has_perm(MAY_CONFIRM),
        "reasons": [named(reason, document) for reason in reasons],
        "review": review,
        "before": BeforePublishing.of(document, review, last, len(read_again.entries)),
        "asked": asked_before_publishing(event, document, review, panel=may_set_stance(request.user), typed=typed),
        "may_answer": request.user.has_perm("comparisons.change_event"),
        "words_at_most": WORDS_AT_MOST,
        "read_again": read_again,
        "last": last,
        "number": last.number + 1 if last else 1,
    }
    return _page(request, event, "publish", gettext("Publish"), context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("comparisons.publish_comparison", raise_exception=True)
def withdraw(request: HttpRequest, event_id: int) -> HttpResponse:
    """Take the current edition from public view, with a sentence for readers."""
    event = get_object_or_404(Event, pk=event_id)
    help_text = gettext("Readers see this sentence in place of the comparison.")
    form = DeskNote(request.POST if request.method == "POST" else None, label=gettext("Reason"), help_text=help_text)
    reasons: tuple[str, ...] = ()
    if form.is_valid():
        try:
            publishing.withdraw(event, reason=form.cleaned_data["note"], by=signature(request.user))
        except CannotPublish as error:
            reasons = error.reasons
        else:
            messages.success(request, gettext("The comparison is withdrawn: its address now shows your sentence."))
            return redirect("admin:comparisons_event_change", event.pk)
    context = {"form": form, "reasons": reasons, "current": event.editions.published().first()}
    return _page(request, event, "withdraw", gettext("Withdraw"), context)


def named(reason: str, document: Document) -> str:
    """A reason that begins with a place in the document, with the titles that an editor knows in its stead."""
    found = PLACE.match(reason)
    if not found:
        return reason
    room, number, stance, key = found.groups()
    if room == "accounts":
        name = f"“{document['accounts'][int(number)]['title']}”"
    else:
        claim = document["claims"][int(number)]
        name = f"“{claim['question'] or claim['wording']}”"
        if stance is not None:
            titles = {account["id"]: account["title"] for account in document["accounts"]}
            name += f", “{titles[claim['stances'][int(stance)]['account']]}”"
    return f"{name}{f' ({key})' if key else ''}: {reason[found.end() :]}"


def _page(request: HttpRequest, event: Event, name: str, title: str, context: dict[str, object]) -> HttpResponse:
    whole = {**admin.site.each_context(request), "title": title, "event": event, "opts": Event._meta, **context}
    return render(request, f"admin/comparisons/event/{name}.html", whole)
