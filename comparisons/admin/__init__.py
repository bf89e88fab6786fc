"""The desk: everything that an editor needs to enter, publish and correct a comparison."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from . import account, claim, edition, event, shared

__all__ = ["account", "claim", "edition", "event", "shared"]

admin.site.site_header = _("Counterpoint: the desk")
admin.site.site_title = _("Counterpoint")
admin.site.index_title = _("The desk")
