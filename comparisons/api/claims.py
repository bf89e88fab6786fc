"""The claims of one comparison, each with what was said and the words that this rests on."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from ninja import Router

from comparisons.addresses import absolute
from comparisons.comparison import accounts
from comparisons.comparison import claims as compared
from comparisons.comparison.comparison import Comparison
from comparisons.comparison.query import ComparisonQuery

from . import parameters
from .answers import answer, current
from .comparisons import OF_ONE
from .paging import Page, following
from .parameters import parsed
from .shapes import Claim, ClaimLinks, Claims, Faults, Named, Quote, Speaker, Stance, Stand
from .words import _

router = Router(tags=["claims"])


@router.get(
    "comparisons/{slug}/claims",
    response={**OF_ONE, 200: Claims, 400: Faults},
    summary=_("The claims of a comparison in the order of its page, with what was said on each"),
    url_name="claims",
    operation_id="claims",
)
def claims(request: HttpRequest, slug: str) -> HttpResponse:
    edition = current(request, slug)
    whole = Comparison.from_document(edition.document)
    query = parsed(request, parameters.OF_CLAIMS, lambda data: ComparisonQuery.parse(data, whole))
    narrowed = whole.narrowed(show=query.show, topic=query.topic, parties=query.parties)
    shown = [claim for section in narrowed.sections for claim in section.claims]
    page = Page.of(shown, lambda claim: claim.slug, request.GET.get("after", ""))

    def written() -> Claims:
        return Claims(
            count=page.count,
            of=len(whole.claims),
            next=following(request, parameters.OF_CLAIMS, page.last),
            claims=[_claim(request, whole.slug, claim) for claim in page.entries],
        )

    return answer(request, edition.sha256, written)


@router.get(
    "comparisons/{slug}/claims/{claim}",
    response={**OF_ONE, 200: Claim},
    summary=_("One claim of a comparison, with what was said"),
    url_name="claim",
    operation_id="claim",
)
def claim(request: HttpRequest, slug: str, claim: str) -> HttpResponse:
    edition = current(request, slug)
    if claim not in edition.outcomes:
        raise Http404(gettext("There is no such claim in this comparison."))

    def written() -> Claim:
        whole = Comparison.from_document(edition.document)
        return _claim(request, slug, next(one for one in whole.claims if one.slug == claim))

    return answer(request, edition.sha256, written)


def _claim(request: HttpRequest, comparison: str, claim: compared.Claim) -> Claim:
    entries = [*(entry for cell in claim.cells for entry in cell.entries), *claim.observers]
    return Claim(
        **{  # pydantic holds them to the words of the design
            key: getattr(claim, key)
            for key in ("slug", "question", "wording", "kind", "unit", "note", "outcome", "family", "flags", "caveats")
        },
        topic=Named(slug=claim.topic.slug, name=claim.topic.name),
        positions=stands(claim.positions),
        stances=[_stance(entry.stance) for entry in entries if entry.stance],
        links=links_to(request, comparison, claim.slug),
    )


def stands(positions: tuple[tuple[accounts.Party, str], ...]) -> list[Stand]:
    return [
        Stand(party=Named(slug=party.slug, name=party.name), position=position)  # type: ignore[arg-type]
        for party, position in positions
    ]


def links_to(request: HttpRequest, comparison: str, claim: str) -> ClaimLinks:
    return ClaimLinks(
        itself=absolute(request, "api:claim", comparison, claim), page=absolute(request, "claim", comparison, claim)
    )


def _stance(stance: compared.Stance) -> Stance:
    return Stance(
        **{key: getattr(stance, key) for key in ("position", "basis", "low", "high", "value", "note", "reviewed_by")},
        account=_speaker(stance.account),
        reviewed_at=stance.reviewed.text if stance.reviewed else None,
        text_changed_since=stance.is_outdated,
        quotes=[
            Quote(
                exact=quote.exact,
                start=quote.start,
                end=quote.end,
                account=quote.account.id,
                revision=quote.revision.number,
            )
            for quote in stance.quotes
        ],
    )


def _speaker(account: accounts.Account) -> Speaker:
    same = ("id", "title", "language", "source", "source_url", "translation_of")
    return Speaker(**{key: getattr(account, key) for key in same}, party=account.party.slug if account.party else None)
