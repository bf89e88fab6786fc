"""oEmbed discovery links."""

from urllib.parse import urlencode

from django import template

from comparisons.addresses import absolute_url

register = template.Library()


@register.inclusion_tag("sharing/_oembed_links.html", takes_context=True)
def oembed_links(context: template.Context, title: str, topic: str = "") -> dict[str, object]:
    """The links by which it finds out, for this page and the topic that it is narrowed to."""
    request = context["request"]
    page = request.build_absolute_uri(request.path) + (f"?topic={topic}" if topic else "")
    oembed = absolute_url(request, "oembed")
    addresses = {name: f"{oembed}?{urlencode({'url': page, 'format': name})}" for name in ("json", "xml")}
    return {**addresses, "title": title}
