"""oEmbed 1.0 (https://oembed.com): a page of this site goes in, and what stands for it in another comes out."""

from io import StringIO
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import condition

from comparisons.addresses import absolute
from comparisons.cards.layout import HEIGHT as CARD_HEIGHT
from comparisons.cards.layout import WIDTH as CARD_WIDTH
from comparisons.comparison.comparison import Comparison
from comparisons.models import Edition
from comparisons.responses import data_withdrawn, for_any_origin, read_only
from comparisons.sharing.atom import xml_text
from comparisons.sharing.embedding import WIDTH, Embedding, of_page
from comparisons.sharing.query import OEmbedQuery

from .embed import edition_held, edition_tag, frame, told_at


@for_any_origin
@read_only
def oembed(request: HttpRequest) -> HttpResponse:
    """What stands for ?url= in a page of somebody else."""
    try:
        query = OEmbedQuery.parse(request.GET)
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)}, status=400)
    asked = of_page(query.url, request.get_host())
    newest = Edition.objects.at_address(asked.slug).first() if asked else None
    if asked is None or newest is None:
        return _nothing_there()
    if newest.is_withdrawn:
        return data_withdrawn(newest.withdrawal.reason, newest.title)
    try:
        held = edition_held(newest, asked.edition)
    except ValidationError:
        return _nothing_there()
    if held.is_withdrawn:
        return data_withdrawn(held.withdrawal.reason, newest.title)
    whole = told_at(newest, held)
    if not asked.is_in(whole):
        return _nothing_there()
    return _answer(request, whole, Embedding(whole.slug, asked.topic, asked.claim, asked.edition), query)


@condition(etag_func=edition_tag)
def _answer(request: HttpRequest, whole: Comparison, asked: Embedding, query: OEmbedQuery) -> HttpResponse:
    width = min(WIDTH, query.max_width or WIDTH)
    height = min(asked.height, query.max_height or asked.height)
    shown = frame(request, whole, asked, width, height)
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": shown.title,
        "provider_name": "Counterpoint",
        "provider_url": absolute(request, "home"),
        "width": width,
        "height": height,
        "html": shown.code,
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
    return {
        "thumbnail_url": absolute(request, name, whole.slug, whole.edition.number, *claim),
        "thumbnail_width": CARD_WIDTH,
        "thumbnail_height": CARD_HEIGHT,
    }


def _xml(answer: dict[str, Any]) -> str:
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
