"""The pages of editors, by name."""

import json

from tests.browser.site import Site
from tests.examples import SLUG

NUMBERS = f"""
import json
from comparisons.models import Event
event = Event.objects.get(slug="{SLUG}")
account, claim = event.accounts.get(key="kremlin-statement"), event.claims.get(slug="trade-discussed")
print(json.dumps({{"event": event.pk, "account": account.pk, "claim": claim.pk}}))
"""


def editor_pages(site: Site) -> dict[str, str]:
    """Name -> path, to be read with the login `editor`."""
    number = json.loads(site.manage("shell", "--no-imports", "--command", NUMBERS))
    event = f"/admin/comparisons/event/{number['event']}/"
    claim = f"/admin/comparisons/claim/{number['claim']}/"
    return {
        "admin": "/admin/",
        "events": "/admin/comparisons/event/",
        "event-new": "/admin/comparisons/event/add/",
        "event": f"{event}change/",
        "desk": f"{event}desk/",
        "publish": f"{event}publish/",
        "import": f"/admin/comparisons/account/import/?event={number['event']}",
        "account": f"/admin/comparisons/account/{number['account']}/change/",
        "claim-form": f"{claim}change/",
        "history": f"{event}history/",
    }
