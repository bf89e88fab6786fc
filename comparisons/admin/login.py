"""The admin's login, with its rate limit."""

from math import ceil

from django.contrib import admin
from django.contrib.auth.forms import UsernameField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .rate_limit import RateLimit

LOGIN_RATE_LIMIT = RateLimit("login", most=10, seconds=15 * 60)


def login(request: HttpRequest) -> HttpResponse:
    """The admin's login. After ten failures for one name from one address, 429 until fifteen minutes are over.

    A right password waits as well, or the answer would give it away. Behind a proxy every address is the
    proxy's, so there the name alone counts: whoever knows an editor's name can keep that editor waiting.
    """
    if request.method != "POST":
        return admin.site.login(request)
    # The name as the form takes it, or a space before it would be another count for the same login.
    name = str(UsernameField().to_python(request.POST.get("username", "")))
    who = (name, request.META.get("REMOTE_ADDR", ""))
    seconds = LOGIN_RATE_LIMIT.wait(*who)
    if seconds:
        response = render(request, "429.html", {"minutes": ceil(seconds / 60)}, status=429)
        response["Retry-After"] = str(seconds)
        response["Cache-Control"] = "no-store"
        return response
    response = admin.site.login(request)
    if response.status_code == 302:
        LOGIN_RATE_LIMIT.succeeded(*who)
    else:
        LOGIN_RATE_LIMIT.failed(*who)
    return response
