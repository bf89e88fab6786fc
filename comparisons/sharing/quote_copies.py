"""What is copied with one press: a quote, or the sentence on a claim, in quotation marks and with its citation."""

from django.utils.formats import date_format
from django.utils.translation import gettext

from comparisons.comparison.claims import QuoteShown
from comparisons.wording import translated_by
from comparisons.wording.accounts import uttered_by
from comparisons.wording.quotation import quoted

from .citations import cited_briefly, in_plain_words
from .works import Work


def quote_with_citation(quote: QuoteShown, work: Work) -> str:
    """The words, who uttered them, where and when, by the source's own address; and where they are quoted for good."""
    account = quote.account
    day = date_format(account.issued.date, "j E Y") if account.issued else ""
    title = " ".join(account.title.split())
    said = ", ".join(filter(None, (uttered_by(account), quoted(title), day)))
    address = account.source_url or account.archive_url
    if not address and account.via:
        address = gettext("Read in: %(via)s.") % {"via": " ".join(account.via.split())}
    lines = [f"{quoted(quote.exact)} — {said}. {address}".rstrip()]
    if quote.translation:
        lines.append(f"{translated_by(quote.translation)}: {quoted(quote.translation.text)}")
    lines.append(gettext("Quoted in %(work)s") % {"work": cited_briefly(work)})
    return "\n".join(lines)


def sentence_with_citation(work: Work) -> str:
    """What the claim adds up to, as this site says it."""
    return f"{quoted(work.sentence)} — {in_plain_words(work)}"
