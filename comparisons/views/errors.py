"""The handler of 500."""

import logging

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext

from comparisons.addresses import url_in_language

logger = logging.getLogger(__name__)

FOR_PROGRAMS = ("/api/", "/oembed")


def server_error(request: HttpRequest) -> HttpResponse:
    """500 in the language of the URL, without the database; for programs in JSON."""
    language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    with translation.override(language):
        if url_in_language(request.path_info, settings.LANGUAGE_CODE).startswith(FOR_PROGRAMS):
            error = gettext("An error on our side")
            return JsonResponse({"error": error, "faults": [error]}, status=500)
        return HttpResponse(_page(request), status=500)


def _page(request: HttpRequest) -> str:
    """Where even this page cannot be made, for want of a style sheet or because of the site around it, a bare one."""
    try:
        return render_to_string("500.html", {"request": request})
    except Exception:
        logger.exception("The error page could not be rendered.")
        return render_to_string("500_bare.html")
