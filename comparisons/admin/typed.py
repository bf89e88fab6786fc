"""What was typed on the page before publishing, kept over the press of another of its buttons."""

from django.http import HttpRequest, QueryDict

KEY = "typed before publishing"
KEPT = ("note", "unread_allowed", "unconfirmed_allowed")
WORDS = "words-"
"""Before the digest of a question: the name of the line on which it is answered."""


def keep_typed(request: HttpRequest, event_id: int, *, without: str = "") -> None:
    """Keep the change note, the ticks and the answers that were sent, but for those to this question, for one visit."""
    typed = {
        name: value
        for name, value in request.POST.items()
        if value and (name in KEPT or (name.startswith(WORDS) and name != f"{WORDS}{without}"))
    }
    request.session[KEY] = {"event": event_id, "typed": typed}


def typed_before(request: HttpRequest, event_id: int) -> QueryDict:
    """What was kept of this event's page; it is kept no longer."""
    kept = request.session.get(KEY)
    typed = QueryDict(mutable=True)
    if kept and kept["event"] == event_id:
        del request.session[KEY]
        typed.update(kept["typed"])
    return typed
