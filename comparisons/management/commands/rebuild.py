"""manage.py rebuild: writes the denormalised index again."""

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from comparisons.publishing.index import rebuild


class Command(BaseCommand):
    help = "Write what browsing and searching read anew, from the published editions. After an update of Counterpoint."

    def handle(self, **options: object) -> None:
        count = rebuild()
        message = ngettext("Written anew from %(count)d edition.", "Written anew from %(count)d editions.", count)
        if options["verbosity"]:
            self.stdout.write(message % {"count": count})
