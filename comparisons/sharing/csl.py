"""A work and the statements that it quotes as CSL-JSON, which reference managers import (citationstyles.org)."""

from datetime import date

from .works import PUBLISHER, Statement, Work

MEDIA_TYPE = "application/vnd.citationstyles.csl+json"

Item = dict[str, object]


def csl_items(work: Work, language: str) -> list[Item]:
    """The work first; `language` is that of its page."""
    item: Item = {
        "id": work.key,
        "type": "webpage",
        "title": work.whole_title,
        "author": [{"literal": PUBLISHER}],
        "container-title": PUBLISHER,
        "publisher": PUBLISHER,
        "issued": _issued(work.published),
        "version": str(work.edition),
        "URL": work.address,
        "language": language,
    }
    if work.headline:
        item |= {"title-short": work.headline, "abstract": work.sentence}
    return [item, *(_item(work, statement) for statement in work.statements)]


def _item(work: Work, statement: Statement) -> Item:
    item: Item = {
        "id": f"{work.slug}-{statement.id}",
        "type": "webpage",
        "title": statement.title,
        "author": [{"literal": statement.source}],
        "language": statement.language,
    }
    if statement.issued:
        item["issued"] = _issued(statement.issued.date)
    if statement.address:
        item["URL"] = statement.address
    return item


def _issued(day: date) -> Item:
    return {"date-parts": [[day.year, day.month, day.day]]}
