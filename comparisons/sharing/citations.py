"""Citations of a published page (APA, Chicago, BibTeX, RIS, wikitext): one edition, with its number and permalink.

No citation names a day on which the page was read: what is at a permalink does not change.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

PUBLISHER = "Counterpoint"
# A brace counts for BibTeX with a backslash before it too, so that a single one would run on to the end of the file.
IN_BIBTEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "#$%&_"}
    | {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
IN_WIKITEXT = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&<>[]{}|'=~"})


@dataclass(frozen=True)
class Work:
    """What is cited: a comparison, or one claim of it."""

    slug: str
    title: str
    claim: str
    """The claim's slug, or nothing."""
    headline: str
    edition: int
    published: date
    address: str

    @property
    def whole_title(self) -> str:
        """On one line, whatever line ends are in it."""
        titles = [" ".join(title.split()) for title in (self.title, self.headline)]
        return ": ".join(title for title in titles if title)


@dataclass(frozen=True)
class Citation:
    name: str
    text: str


def citations(work: Work) -> tuple[Citation, ...]:
    """The same work in every form. APA, Chicago, BibTeX and RIS are in English, as they prescribe."""
    forms: dict[str, Callable[[Work], str]] = {
        gettext("Plain"): _plain,
        "APA": _apa,
        "Chicago": _chicago,
        "BibTeX": _bibtex,
        "RIS": _ris,
        gettext("Wikipedia"): _cite_web,
    }
    return tuple(Citation(name, form(work)) for name, form in forms.items())


def _plain(work: Work) -> str:
    return gettext("%(publisher)s: “%(title)s”, edition %(number)d, %(day)s. %(address)s") % {
        "publisher": PUBLISHER,
        "title": work.whole_title,
        "number": work.edition,
        "day": date_format(work.published, "j E Y"),
        "address": work.address,
    }


def _apa(work: Work) -> str:
    """The seventh edition: a page by a group, with the number of its version."""
    day = f"{work.published.year}, {work.published:%B} {work.published.day}"
    return f"{PUBLISHER}. ({day}). {work.whole_title} (Edition {work.edition}). {work.address}"


def _chicago(work: Work) -> str:
    """The seventeenth edition: an entry of a bibliography."""
    day = f"{work.published:%B} {work.published.day}, {work.published.year}"
    end = "" if work.whole_title.endswith((".", "?", "!", "…")) else "."
    return f"{PUBLISHER}. “{work.whole_title}{end}” Edition {work.edition}. {day}. {work.address}."


def _bibtex(work: Work) -> str:
    fields = {
        "author": "{Counterpoint}",
        "title": f"{{{work.whole_title.translate(IN_BIBTEX)}}}",
        "year": str(work.published.year),
        "month": str(work.published.month),
        "note": f"Edition {work.edition}",
        "url": work.address,
    }
    key = "-".join(filter(None, (work.slug, work.claim, str(work.edition))))
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items()]
    return f"@misc{{{key},\n" + ",\n".join(lines) + "\n}"


def _ris(work: Work) -> str:
    fields = (
        ("TY", "ELEC"),
        ("AU", PUBLISHER),
        ("TI", work.whole_title),
        ("PY", str(work.published.year)),
        ("DA", f"{work.published:%Y/%m/%d}/"),
        ("ET", str(work.edition)),
        ("UR", work.address),
        ("ER", ""),
    )
    return "\n".join(f"{tag}  - {value}" for tag, value in fields)


def _cite_web(work: Work) -> str:
    day = f"{work.published.day} {work.published:%B} {work.published.year}"
    title = work.whole_title.translate(IN_WIKITEXT)
    return (
        f"{{{{cite web |title={title} |website={PUBLISHER} |type=Edition {work.edition} "
        f"|date={day} |url={work.address}}}}}"
    )
