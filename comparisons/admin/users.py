"""The admin of users and groups: Django's own, without the widgets that a screen reader cannot name."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

admin.site.unregister([User, Group])


@admin.register(User)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]
    # Plain lists to choose from, and moments that nobody types: Django's widgets for both have fields with no name.
    filter_horizontal = []
    readonly_fields = ["last_login", "date_joined"]


@admin.register(Group)
class RoleAdmin(GroupAdmin):
    filter_horizontal = []
