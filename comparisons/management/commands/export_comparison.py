"""manage.py export_comparison: writes a comparison/1 document."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from django.utils.translation import gettext as _

from comparisons.comparison.document import Document
from comparisons.database.snapshot import snapshot
from comparisons.documents import dump, render_json
from comparisons.documents.faults import printable
from comparisons.models import Edition, Event
from comparisons.texts.anchors import first_bad_character


class Command(BaseCommand):
    help = "Write a comparison as a comparison/1 document: the desk's present state, or one edition."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", metavar="SLUG")
        parser.add_argument("--edition", type=int, metavar="N", help="the N-th edition instead of the desk's state")
        parser.add_argument("--output", metavar="FILE", help="a file to write instead of standard output")

    def handle(self, *, slug: str, edition: int | None, output: str | None, **options: object) -> None:
        with snapshot():
            text = render_json(self._document(slug, edition))
        if output is None:
            self.stdout.write(text, ending="")
            return
        try:
            with open(output, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            raise CommandError(f"{printable(output)}: {error.strerror}") from None

    def _document(self, slug: str, number: int | None) -> Document:
        if number is None:
            event = None if first_bad_character(slug) else Event.objects.filter(slug=slug).first()
            if event is None:
                raise CommandError(_("There is no event “%(slug)s”.") % {"slug": printable(slug)})
            return dump(event)
        editions = Edition.objects.none() if first_bad_character(slug) else Edition.objects.filter(number=number)
        edition = editions.filter(Q(slug=slug) | Q(event__slug=slug)).first()
        if edition is None:
            message = _("There is no edition %(number)d of “%(slug)s”.")
            raise CommandError(message % {"number": number, "slug": printable(slug)})
        return edition.document
