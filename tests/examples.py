"""The real documents that tests read: the one that ships, and those beside the project where they are there."""

from pathlib import Path

SLUG = "trump-putin-call-2017-01-28"
EXAMPLE = Path(__file__).parent.parent / "comparisons" / "examples" / f"{SLUG}.json"
SHARED = Path(__file__).parent.parent.parent / "shared" / "comparisons"
DOCUMENTS = sorted(SHARED.glob("*.json")) or [EXAMPLE]

# The pages of the one that ships.
PAGE = f"/comparisons/{SLUG}/"
LOG = f"{PAGE}editions/"
EMBED = f"/embed/{SLUG}/"
PANEL = f"{PAGE}embed/"

# Its accounts.
KREMLIN = "kremlin-statement"
OFFICIAL = "white-house-official"
STATEMENT = "white-house-statement"
NEWSPAPER = "newspaper-report"
