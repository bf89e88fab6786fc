"""manage.py load_comparison: loads comparison/1 documents, and publishes them."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from comparisons.comparison.document import READ_BY_THE_DESK
from comparisons.documents import Faults, load, parse
from comparisons.documents.faults import printable
from comparisons.documents.load import Loaded, wait_for_events
from comparisons.publishing.errors import CannotPublish
from comparisons.publishing.publish import publish


class Command(BaseCommand):
    help = "Load comparison/1 documents into the desk: all of them, or none where anything is wrong in any."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--publish", action="store_true", help="publish an edition of each as well")
        parser.add_argument("--note", default="", help="the change note; needed from the second edition on")
        parser.add_argument(
            "--reader", default=READ_BY_THE_DESK, help="who read the texts, where the document does not say"
        )

    def handle(self, *, files: list[str], publish: bool, note: str, reader: str, **options: object) -> None:
        faults: list[str] = []
        with transaction.atomic():
            documents = [self._parsed(name, faults) for name in files]
            wait_for_events(documents)
            for name, document in zip(files, documents, strict=True):
                if document is None:
                    continue
                try:
                    loaded = load(document, reader=reader)
                    self._say(name, loaded)
                    if publish:
                        self._publish(loaded, note)
                except Faults as error:
                    faults += [f"{printable(name)}: {fault}" for fault in error.faults]
                except CannotPublish as error:
                    faults += [f"{printable(name)}: {reason}" for reason in error.reasons]
            if faults:
                raise CommandError("\n".join([_("Nothing was saved."), *faults]))

    def _parsed(self, name: str, faults: list[str]) -> object:
        """The document of this file; None where it is none, and then its faults are added."""
        try:
            return parse(Path(name).read_bytes())
        except OSError as error:
            raise CommandError("\n".join([_("Nothing was saved."), f"{printable(name)}: {error.strerror}"])) from None
        except Faults as error:
            faults += [f"{printable(name)}: {fault}" for fault in error.faults]
            return None

    def _say(self, name: str, loaded: Loaded) -> None:
        self.stdout.write(_("%(file)s: loaded %(slug)s") % {"file": printable(name), "slug": loaded.event.slug})
        for notice in loaded.notices:
            self.stdout.write(f"{printable(name)}: {printable(notice)}")

    def _publish(self, loaded: Loaded, note: str) -> None:
        # A document that says itself which of its quotes rest on an earlier text is published as it is.
        edition = publish(loaded.event, note=note, by="load_comparison", unread_allowed=True)
        message = _("%(slug)s: published edition %(number)d")
        self.stdout.write(message % {"slug": edition.slug, "number": edition.number})
