"""The admin with the AdminSite of `comparisons`."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    default_site = "comparisons.admin_site.DeskSite"
