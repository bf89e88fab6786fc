import secrets
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _

import comparisons
from comparisons.documents import load, parse
from comparisons.models import Edition, Event
from comparisons.publishing import publish

EXAMPLE = Path(comparisons.__file__).parent / "examples" / "trump-putin-call-2017-01-28.json"
EDITOR = "editor"


class Command(BaseCommand):
    help = "Publish the example where it is not there yet, and make a login for an editor."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--empty", action="store_true", help="Make the login alone, for an empty desk.")

    @transaction.atomic
    def handle(self, **options: Any) -> None:
        if not options["empty"]:
            self._publish_example()
        self._make_editor()

    def _publish_example(self) -> None:
        document = parse(EXAMPLE.read_bytes())
        slug = document["event"]["slug"]
        event = Event.objects.filter(slug=slug).first()
        if event is None and not Edition.objects.filter(slug=slug).exists():
            event = load(document).event
            publish(event, by=EDITOR)
            self.stdout.write(_("Published the example: /comparisons/%(slug)s/") % {"slug": slug})

    def _make_editor(self) -> None:
        users = get_user_model().objects
        if users.filter(username=EDITOR).exists():
            message = _("The login “%(name)s” is there already. A new password: manage.py changepassword %(name)s")
            self.stdout.write(message % {"name": EDITOR})
            return
        password = secrets.token_urlsafe(12)
        editor = users.create_user(EDITOR, password=password, is_staff=True)
        editor.groups.add(Group.objects.get(name="Publishers"))
        self.stdout.write(
            _("Login at /admin/: %(name)s, password %(password)s") % {"name": EDITOR, "password": password}
        )
