"""The root URLconf."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from comparisons.admin.login import login

handler500 = "comparisons.views.errors.server_error"

urlpatterns = i18n_patterns(
    path("admin/login/", login),
    path("admin/", admin.site.urls),
    path("", include("comparisons.urls")),
    prefix_default_language=False,
)
