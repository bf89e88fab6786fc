"""Reads text fragments (`#:~:text=`) as a browser does."""

import re
from urllib.parse import unquote

SOURCE = "https://example.org/readout"


def directive(address: str) -> str:
    page, _, said = address.partition("#:~:text=")
    assert page == SOURCE
    return said


def found_by_a_browser(said: str, text: str) -> tuple[str, str]:
    """What the directive selects and what stands before it, by the steps of the specification, spaces being as one."""
    text = " ".join(text.split())
    prefix, start, end, suffix = parts(said)
    after = rf"\s?{re.escape(suffix)}" if suffix else ""
    upto = rf"(?:(?!\s*$).)*?{re.escape(end)}" if end else ""
    edge = r"(?!(?<=\w)\w)"  # not inside a word
    pattern = rf"{re.escape(prefix)}\s?{edge}({re.escape(start)}{upto}){edge}{after}"
    found = re.search(pattern, text, flags=re.IGNORECASE)
    assert found, said
    return found[1], text[: found.start(1)]


def parts(said: str) -> tuple[str, str, str, str]:
    given = said.split(",")
    prefix = unquote(given.pop(0)[:-1]) if given[0].endswith("-") else ""
    suffix = unquote(given.pop()[1:]) if given[-1].startswith("-") else ""
    start, *end = [unquote(one) for one in given]
    return prefix, start, end[0] if end else "", suffix
