"""What is cited: a comparison or one claim of it, in one edition, with the statements that are quoted there."""

from dataclasses import dataclass
from datetime import date

from comparisons.comparison.accounts import AccountShown
from comparisons.comparison.claims import ClaimShown
from comparisons.comparison.comparison import Comparison
from comparisons.comparison.full_texts import quotes_of
from comparisons.moments import Moment
from comparisons.wording import sentence
from comparisons.wording.accounts import uttered_by

PUBLISHER = "Counterpoint"


@dataclass(frozen=True)
class Statement:
    """An account whose words are quoted."""

    id: str
    title: str
    source: str
    """Who uttered it, or that nobody is named."""
    issued: Moment | None
    address: str
    """At its source, or of an archived copy; nothing where there is neither."""
    language: str


@dataclass(frozen=True)
class Work:
    """Titles are on one line, whatever line ends are in them."""

    slug: str
    title: str
    claim: str
    """The claim's slug, or nothing."""
    headline: str
    edition: int
    published: date
    address: str
    sentence: str = ""
    """What every party said on the claim."""
    statements: tuple[Statement, ...] = ()

    def __post_init__(self) -> None:
        for name in ("title", "headline"):
            object.__setattr__(self, name, _on_one_line(getattr(self, name)))

    @property
    def whole_title(self) -> str:
        return ": ".join(title for title in (self.title, self.headline) if title)

    @property
    def key(self) -> str:
        return "-".join(filter(None, (self.slug, self.claim, str(self.edition))))


def work_of(page: Comparison, address: str, claim: ClaimShown | None = None) -> Work:
    """The published comparison at this permalink, or the claim. ValueError: a preview, which is not to be cited."""
    if page.edition is None:
        raise ValueError("What has not been published cannot be cited.")
    return Work(
        slug=page.slug,
        title=page.title,
        claim=claim.slug if claim else "",
        headline=claim.headline if claim else "",
        edition=page.edition.number,
        published=page.edition.published.date,
        address=address,
        sentence=_on_one_line(sentence(claim)) if claim else "",
        statements=tuple(_statement(account) for account in quoted_accounts(claim)) if claim else (),
    )


def quoted_accounts(claim: ClaimShown) -> tuple[AccountShown, ...]:
    """The accounts whose words carry a position on the claim, in the order of the comparison."""
    quoted = {quote.account.id for quote in quotes_of(claim)}
    return tuple(account for account in claim.accounts if account.id in quoted)


def _statement(account: AccountShown) -> Statement:
    return Statement(
        id=account.id,
        title=_on_one_line(account.title),
        source=uttered_by(account),
        issued=account.issued,
        address=account.source_url or account.archive_url,
        language=account.language,
    )


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
