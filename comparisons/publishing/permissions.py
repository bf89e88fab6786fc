"""Who may publish and withdraw: the permission that it takes, and the rule of the second person."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.utils.translation import gettext as _

from comparisons.editorial.history import contributors
from comparisons.models import Event
from comparisons.models.people import signature

from .errors import CannotPublish


def may_publish(user: User | AnonymousUser) -> bool:
    """Whether this user has the permission at all, which the group Publishers gives."""
    return user.has_perm("comparisons.publish_comparison")


def check_second_person(event: Event, user: User | None) -> None:
    """With the setting SECOND_PERSON, nobody who changed the event since its last edition may publish it.

    Without a user nobody can tell whose changes they are. Raises CannotPublish.
    """
    if not settings.SECOND_PERSON:
        return
    last = event.editions.order_by("-number").first()
    authors = contributors(event, last.published_at if last else None)
    if authors and (user is None or user in authors):
        message = _("A second person publishes this: not %(names)s, who changed it since the last edition.")
        raise CannotPublish(message % {"names": ", ".join(signature(author) for author in authors)})
