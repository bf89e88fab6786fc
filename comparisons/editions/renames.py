"""Claims, accounts, parties and topics that two documents of one event have under different slugs or ids."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from comparisons.comparison.document import ClaimEntry, Document, StanceEntry

Entry = TypeVar("Entry", bound=Mapping[str, object])


@dataclass(frozen=True)
class Renames:
    """Of each kind the earlier slug or id -> the later one; what is called the same in both is left out."""

    claims: Mapping[str, str]
    accounts: Mapping[str, str]
    parties: Mapping[str, str]
    topics: Mapping[str, str]


def under_later_names(before: Document, after: Document) -> Document:
    """The earlier document, with the slugs and ids by which the later one calls what is evidently the same.

    A claim is the same by its wording, an account by its party and the first text held of it, a party and a topic by
    its name: where one such entry has gone and one has come. Else the same words would be removed and added.
    """
    parties = _renamed(before["parties"], after["parties"], "slug", lambda party: squeezed(party["name"]))
    renames = Renames(
        claims=_renamed(before["claims"], after["claims"], "slug", lambda claim: squeezed(claim["wording"])),
        accounts=_renamed(
            before["accounts"],
            after["accounts"],
            "id",
            lambda account: (
                _under(parties, account["party"]),
                account["revisions"][0]["text"] if account["revisions"] else account["id"],
            ),
        ),
        parties=parties,
        topics=_renamed(before["topics"], after["topics"], "slug", lambda topic: squeezed(topic["name"])),
    )
    if not any((renames.claims, renames.accounts, renames.parties, renames.topics)):
        return before
    return _with_names(before, renames)


def same_under_other_names(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """Later name -> earlier name of all that both have, by what each is: the same for what was only renamed."""
    was, now = ([{"name": name, "is": what} for name, what in one.items()] for one in (before, after))
    renamed = _renamed(was, now, "name", lambda entry: squeezed(entry["is"]))
    return {name: name for name in after if name in before} | {later: earlier for earlier, later in renamed.items()}


def squeezed(text: str) -> str:
    """The text as a page shows it, on which white space of any length is a space."""
    return " ".join(text.split())


def _renamed(
    before: Sequence[Entry], after: Sequence[Entry], name: str, same: Callable[[Entry], Hashable]
) -> dict[str, str]:
    """Earlier name -> later name of what has gone and come under the same key, where no other has that key."""
    names_before, names_after = ({str(entry[name]) for entry in entries} for entries in (before, after))
    gone = {same(entry): str(entry[name]) for entry in before if entry[name] not in names_after}
    come = {same(entry): str(entry[name]) for entry in after if entry[name] not in names_before}
    often = Counter(same(entry) for entry in before) | Counter(same(entry) for entry in after)
    return {gone[key]: come[key] for key in gone if key in come and often[key] == 1}


def _under(names: Mapping[str, str], name: str | None) -> str | None:
    return names.get(name, name) if name else None


def _with_names(document: Document, renames: Renames) -> Document:
    def account(name: str) -> str:
        return renames.accounts.get(name, name)

    def stance(entry: StanceEntry) -> dict[str, Any]:
        quotes = []
        for quote in entry["quotes"]:
            translation = quote.get("translation")
            told = translation and {**translation, "by": account(translation["by"])}
            quotes.append({**quote, "account": account(quote["account"]), "translation": told})
        return {**entry, "account": account(entry["account"]), "quotes": quotes}

    def claim(entry: ClaimEntry) -> dict[str, Any]:
        renamed = {
            **entry,
            "slug": _under(renames.claims, entry["slug"]),
            "topic": _under(renames.topics, entry["topic"]),
            "positions": by_party(entry["positions"]),
            "stances": [stance(one) for one in entry["stances"]],
        }
        return renamed | ({"rests_on": by_party(entry["rests_on"])} if "rests_on" in entry else {})

    def by_party(values: Mapping[str, object]) -> dict[str | None, object]:
        return {_under(renames.parties, party): value for party, value in values.items()}

    return cast(
        Document,
        {
            **document,
            "parties": [{**one, "slug": _under(renames.parties, one["slug"])} for one in document["parties"]],
            "topics": [{**one, "slug": _under(renames.topics, one["slug"])} for one in document["topics"]],
            "accounts": [
                {
                    **one,
                    "id": account(one["id"]),
                    "party": _under(renames.parties, one["party"]),
                    "translation_of": _under(renames.accounts, one["translation_of"]),
                }
                for one in document["accounts"]
            ],
            "claims": [claim(one) for one in document["claims"]],
        },
    )
