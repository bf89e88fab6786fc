"""The desk: everything that an editor needs to enter, publish and correct a comparison."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from . import account, claim, edition, event, people, shared

__all__ = ["account", "claim", "edition", "event", "people", "shared"]

admin.site.site_header = _("Counterpoint: the desk")
admin.site.site_title = _("Counterpoint")
admin.site.index_title = _("The desk")
admin.site.enable_nav_sidebar = False  # its rooms stand in the header (templates/admin/_rooms.html), on a phone as well
