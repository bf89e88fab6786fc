"""The admin's page on which a publisher chooses the published claim that the front page shows as its example."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from comparisons.comparison.claims import headline
from comparisons.models import Edition, Event, FrontPageChoice
from comparisons.models.front_page import LONGEST
from comparisons.models.people import signature


class ChoiceForm(forms.Form):
    claim = forms.ChoiceField(label=_("Example on the front page"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, edition: Edition | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_too_long = edition is not None and len(edition.body) > LONGEST
        findings = edition.findings.all() if edition else ()
        field: Any = self.fields["claim"]
        field.choices = [
            ("", gettext("none of this event")),
            *((finding.claim, headline(finding.question, finding.wording)) for finding in findings),
        ]

    def clean_claim(self) -> str:
        claim: str = self.cleaned_data["claim"]
        if claim and self.is_too_long:
            message = gettext("This comparison is too long for the front page, which is to stay quick.")
            raise forms.ValidationError(message)
        return claim


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("comparisons.publish_comparison", raise_exception=True)
def front_page(request: HttpRequest, event_id: int) -> HttpResponse:
    """Choose one of the claims of the current edition, or none."""
    event = get_object_or_404(Event, pk=event_id)
    edition = event.editions.published().first()
    stored = FrontPageChoice.objects.of_event(event)
    data = request.POST if request.method == "POST" else None
    form = ChoiceForm(data, edition=edition, initial={"claim": stored.claim if stored else ""})
    if form.is_valid():
        if claim := form.cleaned_data["claim"]:
            values = {"claim": claim, "chosen_by": signature(request.user)[:150], "chosen_at": timezone.now()}
            FrontPageChoice.objects.update_or_create(event=event, defaults=values)
            messages.success(request, gettext("The front page shows this claim until another one is chosen."))
        else:
            FrontPageChoice.objects.filter(event=event).delete()
            messages.success(request, gettext("The front page shows no claim of this event by choice."))
        return redirect("admin:comparisons_event_change", event.pk)
    context = {
        **admin.site.each_context(request),
        "title": gettext("Example on the front page"),
        "event": event,
        "opts": Event._meta,
        "form": form,
        "stored": stored,
    }
    return render(request, "admin/comparisons/event/front_page.html", context)
