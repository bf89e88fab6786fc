"""manage.py demo: publishes the example and creates an editor."""

import secrets
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _

import comparisons
from comparisons.documents import load, parse
from comparisons.models import Edition, Event
from comparisons.publishing.publish import publish

EXAMPLE = Path(comparisons.__file__).parent / "examples" / "trump-putin-call-2017-01-28.json"
EDITOR = "editor"


class Command(BaseCommand):
    help = "Publish the example where it is not there yet, make a login for an editor, and say where everything is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--site", metavar="URL", default="", help="where it is served, such as http://127.0.0.1:8000"
        )
        parser.add_argument("--empty", action="store_true", help="make the login alone, for an empty desk")

    @transaction.atomic
    def handle(self, *, site: str, empty: bool, **options: object) -> None:
        if not empty:
            self._publish_example(site)
        self.stdout.write(_("All comparisons: %(address)s") % {"address": f"{site}/"})
        self._make_editor(f"{site}/admin/")

    def _publish_example(self, site: str) -> None:
        document = parse(EXAMPLE.read_bytes())
        slug = document["event"]["slug"]
        if not Event.objects.filter(slug=slug).exists() and not Edition.objects.filter(slug=slug).exists():
            publish(load(document).event, by=EDITOR)
        if edition := Edition.objects.at_slug(slug).filter(withdrawal__isnull=True).first():
            address = f"{site}/comparisons/{edition.slug}/"
            self.stdout.write(_("The example: %(address)s") % {"address": address})

    def _make_editor(self, address: str) -> None:
        words = {"address": address, "name": EDITOR}
        users = get_user_model().objects
        if users.filter(username=EDITOR).exists():
            message = _(
                "For editors: %(address)s – login %(name)s, as before. New password: manage.py changepassword %(name)s"
            )
            self.stdout.write(message % words)
            return
        password = secrets.token_urlsafe(12)
        editor = users.create_user(EDITOR, password=password, is_staff=True)
        editor.groups.add(Group.objects.get(name="Publishers"))
        message = _("For editors: %(address)s – login %(name)s, password %(password)s")
        self.stdout.write(message % {**words, "password": password})
