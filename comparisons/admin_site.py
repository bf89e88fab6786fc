"""The AdminSite: models in the order of an editor's work, and an index that says what to do next."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from comparisons.editorial.next_step import next_steps
from comparisons.models import Event

EVENTS_SHOWN = 5
IN_ORDER_OF_WORK = ["Event", "Account", "Claim", "Party", "Topic", "Edition", "Withdrawal"]


class DeskSite(admin.AdminSite):
    site_header = _("Counterpoint: the desk")
    site_title = _("Counterpoint")
    index_title = _("The desk")
    enable_nav_sidebar = False  # the models are in the header (templates/admin/_rooms.html), on a phone as well

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> Any:
        apps = super().get_app_list(request, app_label)
        apps.sort(key=lambda app: str(app["app_label"]) != "comparisons")
        for app in apps:
            if app["app_label"] == "comparisons":
                app["models"].sort(key=lambda model: IN_ORDER_OF_WORK.index(model["object_name"]))
        return apps

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        events: list[Event] = []
        if request.user.has_perm("comparisons.view_event"):
            events = list(Event.objects.last_entered_first()[:EVENTS_SHOWN])
        context = {"under_way": next_steps(events)}
        return super().index(request, {**context, **(extra_context or {})})

    def app_index(self, request: HttpRequest, app_label: str, extra_context: Any = None) -> TemplateResponse:
        """The same as the front page lists, under its own name and not as “administration”."""
        listed = self.get_app_list(request, app_label)
        title = {"title": listed[0]["name"]} if listed else {}
        return super().app_index(request, app_label, {**title, **(extra_context or {})})
