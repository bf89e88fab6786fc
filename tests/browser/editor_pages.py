"""Every page that an editor sees, by name: for axe, for pictures, for whoever looks at all of them."""

import json

from tests.browser.site import Site
from tests.examples import EXAMPLE, SLUG

# A call at work, whose first text has changed since it was read, beside the one that is published.
PREPARE = """
import json
from django.contrib.auth import get_user_model
from comparisons.documents import load
from comparisons.models import Event
from comparisons.editorial.revisions import revise
users = get_user_model().objects
users.filter(username="editor").update(is_superuser=True)
if not Event.objects.filter(slug="at-work").exists():
    account = load(json.loads({document!r})).event.accounts.get(key="white-house-statement")
    text = account.revisions.get().text.replace("a significant start", "a start")
    revise(account, text, captured_at="2017-01-30", note="The page was edited.")
event = Event.objects.get(slug="at-work")
account = event.accounts.get(key="white-house-statement")
claim = event.claims.order_by("pk").first()
published = Event.objects.get(slug={published!r})
print(json.dumps(dict(
    event=event.pk, account=account.pk, claim=claim.pk, party=account.party_id, topic=claim.topic_id,
    published=published.pk, edition=published.editions.order_by("number").first().pk,
    user=users.get(username="editor").pk,
)))
"""
PATHS = {
    "index": "",
    "application": "comparisons/",
    "password": "password_change/",
    "events": "comparisons/event/",
    "event": "comparisons/event/{event}/change/",
    "event-new": "comparisons/event/add/",
    "event-history": "comparisons/event/{event}/history/",
    "event-delete": "comparisons/event/{event}/delete/",
    "event-published-delete": "comparisons/event/{published}/delete/",
    "desk": "comparisons/event/{event}/desk/",
    "panel": "comparisons/event/{event}/desk/panel/?account={account}&claim=%23{claim}",
    "publish": "comparisons/event/{event}/publish/",
    "publish-again": "comparisons/event/{published}/publish/",
    "withdraw": "comparisons/event/{published}/withdraw/",
    "read-again": "comparisons/event/{event}/read-again/",
    "preview": "comparisons/event/{event}/preview/",
    "load": "comparisons/event/load/",
    "accounts": "comparisons/account/",
    "account": "comparisons/account/{account}/change/",
    "account-new": "comparisons/account/add/?event={event}",
    "import": "comparisons/account/import/?event={event}",
    "revise": "comparisons/account/{account}/revise/",
    "differences": "comparisons/account/{account}/differences/?earlier=1&later=2",
    "claims": "comparisons/claim/",
    "claim": "comparisons/claim/{claim}/change/",
    "claim-new": "comparisons/claim/add/?event={event}",
    "parties": "comparisons/party/",
    "party": "comparisons/party/{party}/change/",
    "topics": "comparisons/topic/",
    "topic": "comparisons/topic/{topic}/change/",
    "editions": "comparisons/edition/",
    "edition": "comparisons/edition/{edition}/change/",
    "users": "auth/user/",
    "user": "auth/user/{user}/change/",
    "user-new": "auth/user/add/",
    "group-new": "auth/group/add/",
}


def editor_pages(site: Site) -> dict[str, str]:
    """A name -> a path, to be read with the login `editor`. Puts an event to the desk: for a site of one's own."""
    document = json.loads(EXAMPLE.read_text())
    document["event"] |= {"slug": "at-work", "title": "Donald Trump and Vladimir Putin, at work"}
    said = site.manage("shell", "--no-imports", "-c", PREPARE.format(document=json.dumps(document), published=SLUG))
    numbers = json.loads(said)
    return {name: "/admin/" + path.format(**numbers) for name, path in PATHS.items()}
