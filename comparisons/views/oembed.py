"""oEmbed 1.0 (https://oembed.com): the iframe by which another site embeds a page of this one."""

from dataclasses import replace
from io import StringIO
from xml.sax.xmlreader import AttributesImpl

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.translation import gettext
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import condition

from comparisons.addresses import absolute_url
from comparisons.cards.content import card_of
from comparisons.cards.layout import HEIGHT as CARD_HEIGHT
from comparisons.cards.layout import WIDTH as CARD_WIDTH
from comparisons.cards.store import version_of
from comparisons.comparison.comparison import Comparison
from comparisons.models import Edition
from comparisons.published import Withdrawn, comparison_at_current_slug, find_current, withdrawn_json
from comparisons.responses import edition_tag, for_any_origin, read_only
from comparisons.sharing.atom import xml_text
from comparisons.sharing.embedding import WIDEST, WIDTH, Embedding, embedding_of_url, language_of_url, script_code
from comparisons.sharing.query import OEmbedQuery

from .embed import frame, newest_or_numbered


@for_any_origin
@read_only
def oembed(request: HttpRequest) -> HttpResponse:
    """The embed of the page at ?url=."""
    try:
        query = OEmbedQuery.parse(request.GET)
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)}, status=400)
    language = language_of_url(query.url)
    with translation.override(language):
        response = _of_page(request, query)
    response["Content-Language"] = language
    return response


def _of_page(request: HttpRequest, query: OEmbedQuery) -> HttpResponse:
    """In the language of the page, as its frame is."""
    asked = embedding_of_url(query.url, request.get_host())
    if asked is None:
        return _nothing_there()
    try:
        newest = find_current(asked.slug)
        edition = newest_or_numbered(newest, asked.edition)
    except Withdrawn as error:
        return withdrawn_json(request, error)
    except (Http404, ValidationError):
        return _nothing_there()
    whole = comparison_at_current_slug(edition, newest)
    if not asked.is_in(whole):
        return _nothing_there()
    return _answer(request, edition, whole, replace(asked, slug=newest.slug, theme=query.theme), query)


@condition(etag_func=edition_tag)
def _answer(
    request: HttpRequest, _edition: Edition, whole: Comparison, asked: Embedding, query: OEmbedQuery
) -> HttpResponse:
    shown = frame(request, whole, asked, min(WIDEST, query.max_width or WIDTH))
    shown = replace(shown, height=min(shown.height, query.max_height or shown.height))
    answer: dict[str, object] = {
        "version": "1.0",
        "type": "rich",
        "title": shown.title,
        "provider_name": "Counterpoint",
        "provider_url": absolute_url(request, "home"),
        "width": shown.width,
        "height": shown.height,
        "html": f"{shown.code}{script_code(absolute_url(request, 'embed_script'))}",
        **_thumbnail(request, whole, asked, query),
    }
    if query.format == "xml":
        return HttpResponse(_xml(answer), content_type="text/xml; charset=utf-8")
    return JsonResponse(answer)


def _thumbnail(request: HttpRequest, whole: Comparison, asked: Embedding, query: OEmbedQuery) -> dict[str, str | int]:
    """The card of the edition or of the claim; none where it is larger than what is asked for."""
    if (
        not whole.edition
        or (query.max_width or CARD_WIDTH) < CARD_WIDTH
        or (query.max_height or CARD_HEIGHT) < CARD_HEIGHT
    ):
        return {}
    name, claim = ("claim_card", [asked.claim]) if asked.claim else ("card", [])
    address = absolute_url(request, name, whole.slug, whole.edition.number, *claim)
    return {
        "thumbnail_url": f"{address}?v={version_of(card_of(whole, asked.claim))}",
        "thumbnail_width": CARD_WIDTH,
        "thumbnail_height": CARD_HEIGHT,
    }


def _xml(answer: dict[str, object]) -> str:
    written = StringIO()
    xml = SimplerXMLGenerator(written, "utf-8")
    xml.startDocument()
    xml.startElement("oembed", AttributesImpl({}))
    for name, value in answer.items():
        xml.addQuickElement(name, xml_text(str(value)))
    xml.endElement("oembed")
    xml.endDocument()
    return written.getvalue()


def _nothing_there() -> HttpResponse:
    error = gettext(
        "“url” is not the address of a published comparison, or of an edition or a claim of one, on this site."
    )
    return JsonResponse({"error": error}, status=404)
