"""Filters for the 404 page: the URL in readable form, and words of it to search for."""

import re
from urllib.parse import unquote

from django import template
from django.utils.encoding import uri_to_iri

register = template.Library()

SHOWN = 200
SEARCHED = 100


@register.filter
def readable_address(quoted: str) -> str:
    """With letters as letters and signs that print nothing as they are quoted; of a long one the beginning."""
    address = str(uri_to_iri(quoted))
    return address if len(address) <= SHOWN else address[:SHOWN] + "…"


@register.filter
def words_of_address(quoted: str) -> str:
    """The words of its last part, to search for: "/comparisons/trump-putin.json" -> "trump putin"."""
    parts = [part for part in unquote(quoted).split("/") if part]
    last = re.sub(r"\.[a-z]{1,5}$", "", parts[-1]) if parts else ""
    return " ".join(re.findall(r"[^\W_]+", last))[:SEARCHED].strip()
