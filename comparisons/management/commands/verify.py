"""manage.py verify: the integrity check of all that is stored."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from comparisons.documents.faults import printable
from comparisons.models import Edition, Event, Quote, Revision
from comparisons.publishing.verify import all_faults


class Command(BaseCommand):
    help = "Derive every outcome again, check every quote against its text and every edition against its SHA-256."

    def handle(self, **options: object) -> None:
        count = 0
        for fault in all_faults():
            count += 1
            self.stderr.write(printable(fault))
        if count:
            raise CommandError(_("%(count)d faults found.") % {"count": count})
        checked = _("No fault in %(events)d events, %(revisions)d revisions, %(quotes)d quotes, %(editions)d editions.")
        self.stdout.write(
            checked
            % {
                "events": Event.objects.count(),
                "revisions": Revision.objects.count(),
                "quotes": Quote.objects.count(),
                "editions": Edition.objects.count(),
            }
        )
