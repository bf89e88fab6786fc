"""COinS: a work and the statements that it quotes as OpenURL context objects, which Zotero reads in a page.

The keys are those of Dublin Core, for which Zotero makes a web page of each, and lets the reader choose among several.
"""

from urllib.parse import quote, urlencode

from .works import PUBLISHER, Statement, Work

VERSION = {"ctx_ver": "Z39.88-2004", "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc"}


def context_objects(work: Work, language: str) -> tuple[str, ...]:
    """The work first; `language` is that of its page."""
    return (_of_work(work, language), *(_of_statement(statement) for statement in work.statements))


def _of_work(work: Work, language: str) -> str:
    return _encoded(
        {
            "rft_id": work.address,
            "rft.type": "webpage",
            "rft.title": work.whole_title,
            "rft.aucorp": PUBLISHER,
            "rft.publisher": PUBLISHER,
            "rft.source": PUBLISHER,
            "rft.date": work.published.isoformat(),
            "rft.description": work.sentence,
            "rft.language": language,
        }
    )


def _of_statement(statement: Statement) -> str:
    return _encoded(
        {
            "rft_id": statement.address,
            "rft.type": "webpage",
            "rft.title": statement.title,
            "rft.aucorp": statement.source,
            "rft.date": statement.issued.date.isoformat() if statement.issued else "",
            "rft.language": statement.language,
        }
    )


def _encoded(values: dict[str, str]) -> str:
    """Spaces as %20: a reader of these may take a plus sign, and an encoded one too, for a space."""
    return urlencode(VERSION | {key: value for key, value in values.items() if value}, quote_via=quote)
