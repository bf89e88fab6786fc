"""Citations (APA, Chicago, BibTeX, RIS, wikitext): one edition of a work, with its permalink, and what it quotes.

No citation names a day on which the page was read: what is at a permalink does not change.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from comparisons.wording.quotation import quoted

from .works import PUBLISHER, Statement, Work

NAMED_AT_MOST = 4
"""Of the statements that a claim quotes; where a form has a line for each, all are named."""
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
ENDS = (".", "?", "!", "…")
CLOSING = '”’»“"'


@dataclass(frozen=True)
class Citation:
    name: str
    text: str


def citations(work: Work) -> tuple[Citation, ...]:
    """The same work in every form. APA, Chicago, BibTeX and RIS are in English, as they prescribe."""
    forms: dict[str, Callable[[Work], str]] = {
        gettext("Plain"): in_plain_words,
        "APA": _apa,
        "Chicago": _chicago,
        "BibTeX": _bibtex,
        "RIS": _ris,
        gettext("Wikipedia"): _cite_web,
    }
    return tuple(Citation(name, form(work)) for name, form in forms.items())


def in_plain_words(work: Work) -> str:
    """In the reader's language, with the statements that are quoted."""
    cited = cited_briefly(work)
    named = [_statement_in_plain_words(statement) for statement in work.statements[:NAMED_AT_MOST]]
    left = len(work.statements) - NAMED_AT_MOST
    if left > 0:
        named.append(ngettext("%(n)d more statement", "%(n)d more statements", left) % {"n": left})
    if not named:
        return cited
    return f"{cited} {gettext('Quoted there: %(statements)s') % {'statements': '; '.join(named)}}"


def cited_briefly(work: Work) -> str:
    words = {
        "publisher": PUBLISHER,
        "title": quoted(work.title),
        "claim": quoted(work.headline),
        "number": work.edition,
        "day": date_format(work.published, "j E Y"),
        "address": work.address,
    }
    if work.headline:
        return (
            gettext("%(publisher)s: %(claim)s, in the comparison %(title)s, edition %(number)d, %(day)s. %(address)s")
            % words
        )
    return gettext("%(publisher)s: %(title)s, edition %(number)d, %(day)s. %(address)s") % words


def _statement_in_plain_words(statement: Statement) -> str:
    day = date_format(statement.issued.date, "j E Y") if statement.issued else ""
    return ", ".join(filter(None, (statement.source, quoted(statement.title), day, statement.address)))


def _apa(work: Work) -> str:
    """The seventh edition: a page by a group, with the number of its version."""
    day = f"{work.published.year}, {work.published:%B} {work.published.day}"
    if not work.headline:
        return f"{PUBLISHER}. ({day}). {work.title} (Edition {work.edition}). {work.address}"
    title = f"{_ended(work.headline)} In {work.title} (Edition {work.edition})."
    return f"{PUBLISHER}. ({day}). {title} {work.address}{_quoting(work)}"


def _chicago(work: Work) -> str:
    """The seventeenth edition: an entry of a bibliography."""
    titles = [work.headline, work.title] if work.headline else [work.title]
    cited = " In ".join(quoted(_ended(title), "en") for title in titles)
    return f"{PUBLISHER}. {cited} Edition {work.edition}. {_day(work.published)}. {work.address}.{_quoting(work)}"


def _quoting(work: Work) -> str:
    """The statements that are quoted, in English; nothing where there are none."""
    named = [_statement_in_english(statement) for statement in work.statements[:NAMED_AT_MOST]]
    left = len(work.statements) - NAMED_AT_MOST
    if left > 0:
        named.append(f"{left} more statement{'s' if left > 1 else ''}")
    return f" Quoting: {'; '.join(named)}" if named else ""


def _statement_in_english(statement: Statement) -> str:
    day = _day(statement.issued.date) if statement.issued else ""
    return ", ".join(filter(None, (statement.source, quoted(statement.title, "en"), day, statement.address)))


def _bibtex(work: Work) -> str:
    within = [f"In: {work.title}"] if work.headline else []
    statements = [_statement_in_english(statement) for statement in work.statements]
    note = [*within, f"Edition {work.edition}", *([f"Quoting: {'; '.join(statements)}"] if statements else [])]
    fields = {
        "author": "{Counterpoint}",
        "title": f"{{{(work.headline or work.title).translate(IN_BIBTEX)}}}",
        "year": str(work.published.year),
        "month": str(work.published.month),
        "note": ". ".join(note).translate(IN_BIBTEX),
        "url": work.address,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items()]
    return f"@misc{{{work.key},\n" + ",\n".join(lines) + "\n}"


def _ris(work: Work) -> str:
    fields = [
        ("TY", "ELEC"),
        ("AU", PUBLISHER),
        ("TI", work.headline or work.title),
        *([("T2", work.title)] if work.headline else []),
        ("PY", str(work.published.year)),
        ("DA", f"{work.published:%Y/%m/%d}/"),
        ("ET", str(work.edition)),
        ("PB", PUBLISHER),
        *(("N1", f"Quoting: {_statement_in_english(statement)}") for statement in work.statements),
        ("UR", work.address),
        ("ER", ""),
    ]
    return "\n".join(f"{tag}  - {value}" for tag, value in fields)


def _cite_web(work: Work) -> str:
    """What the claim adds up to is the quotation from the page."""
    day = f"{work.published.day} {work.published:%B} {work.published.year}"
    fields = {
        "title": work.whole_title.translate(IN_WIKITEXT),
        "website": PUBLISHER,
        "type": f"Edition {work.edition}",
        "date": day,
        "url": work.address,
        **({"quote": work.sentence.translate(IN_WIKITEXT)} if work.sentence else {}),
    }
    return f"{{{{cite web {' '.join(f'|{name}={value}' for name, value in fields.items())}}}}}"


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _ended(title: str) -> str:
    return title if title.rstrip(CLOSING).endswith(ENDS) else f"{title}."
