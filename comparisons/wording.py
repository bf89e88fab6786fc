"""The product's sentences and the words that stand for stored values: one place, the same for every party."""

import re
from collections.abc import Iterable
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language_info, gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

from comparisons.comparison.accounts import Account, Party
from comparisons.comparison.claims import Claim, Stance
from comparisons.models import Account as StoredAccount
from comparisons.models import Event
from comparisons.moments import Lag, Moment

FAMILIES = {
    "agreements": _("Agreements"),
    "contradictions": _("Contradictions"),
    "one-sided": _("One side only"),
    "open": _("Open"),
}


FAMILIES_IN_SHORT = {
    "agreements": _("Two sides or more say the same, in whole or in part."),
    "contradictions": _("What is said cannot all be so."),
    "one-sided": _("One side speaks to it, or was asked about it."),
    "open": _("Nobody speaks to it in what has been read."),
}


OUTCOMES = {
    "agreement": _("Agreement"),
    "partial_agreement": _("Agreement in part"),
    "contradiction": _("Contradiction"),
    "internal_contradiction": _("Says both"),
    "omission": _("Not mentioned by one"),
    "single_source": _("One side only"),
    "denied_by_one": _("Denied by one"),
    "unanswered": _("Unanswered"),
    "not_reviewed": _("Not yet reviewed"),
    "not_addressed": _("Not addressed"),
    "no_evidence_held": _("Nothing held"),
}


POSITIONS = {
    "affirms": _("said so"),
    "affirms_in_part": _("said so in part"),
    "denies": _("said it was not so"),
    "declines": _("was asked and would not say"),
    "silent": _("not mentioned"),
    "inconsistent": _("said both"),
    "conflicted": _("said both"),
    "not_reviewed": _("not reviewed yet"),
    "not_in_text_held": _("not in the text held"),
    "no_account": _("no account held"),
}


QUANTITY_POSITIONS = {
    "affirms": _("gave a figure"),
    "affirms_in_part": _("gave a qualified figure"),
    "inconsistent": _("gave more than one answer"),
    "conflicted": _("gave more than one answer"),
}


REMARKS = {
    "rests_on_report": _("rests on a report"),
    "rests_on_anonymous": _("rests on an unnamed source"),
    "rests_on_translation": _("rests on a translation"),
    "provisional": _("provisional: not everything has been read"),
    "internal_contradiction": _("one party said both"),
    "some_silent": _("a party is silent"),
}


# Names that hold one of these words take an article within an English sentence.
WITH_ARTICLE = re.compile(
    r"\b(Administration|Authority|Cabinet|Chancellery|Commission|Council|Delegation|Department|Embassy|Emirates|EU|Élysée|"
    r"Federation|Government|House|Kingdom|Kremlin|Mission|Ministry|Nations|Netherlands|Office|Palace|Parliament|"
    r"Pentagon|Philippines|Presidency|Republic|Secretariat|Senate|States|Taliban|UK|UN|Union|US|Vatican)\b",
    re.IGNORECASE,
)


OWNED = re.compile(r"['’]s\b|s['’]\s")


def family_label(family: str) -> str:
    return str(FAMILIES[family])


def family_in_short(family: str) -> str:
    """What the claims of a family have in common, in one sentence."""
    return str(FAMILIES_IN_SHORT[family])


def outcome_label(claim: Claim) -> str:
    """The outcome in words: "Both say so" rather than "Agreement" where every party compared says the same."""
    positions = {position for _party, position in claim.positions}
    if claim.outcome == "agreement" and claim.kind == "polar" and positions == {"affirms"}:
        return gettext("Both say so") if len(claim.positions) == 2 else gettext("All say so")
    if claim.outcome == "agreement" and positions == {"denies"}:
        return gettext("Both say not") if len(claim.positions) == 2 else gettext("All say not")
    if claim.outcome == "omission" and len(claim.parties_by_position["silent"]) > 1:
        return gettext("Not mentioned by some")
    return str(OUTCOMES[claim.outcome])


def outcome_name(outcome: str) -> str:
    """An outcome by itself, where the positions that it rests on are not at hand."""
    return str(OUTCOMES[outcome])


def position_label(position: str, claim: Claim) -> str:
    """What a party or an account said on a claim. `position` is a stance's or a party's, or nothing."""
    words = POSITIONS | QUANTITY_POSITIONS if claim.kind == "quantity" else POSITIONS
    return str(words[position]) if position else ""


def remark(flag_or_caveat: str) -> str:
    return str(REMARKS[flag_or_caveat])


def event_kind(kind: str) -> str:
    return str(Event.Kind(kind).label)


def account_kind(kind: str) -> str:
    return str(StoredAccount.Kind(kind).label)


def completeness(account: Account) -> str:
    return str(StoredAccount.Completeness(account.completeness).label)


def attribution_label(account: Account) -> str:
    return str(StoredAccount.Attribution(account.attribution).label)


def attribution_to_add(account: Account) -> str:
    """The attribution, or nothing where the source says it itself: "White House official, not named"."""
    label = attribution_label(account)
    return "" if label.casefold() in account.source.casefold() else label


def language_name(tag: str) -> str:
    """The name of a language by its BCP 47 tag; the tag itself where it is not known."""
    for code in (tag.lower(), tag.lower().partition("-")[0]):
        try:
            return str(get_language_info(code)["name_translated"])
        except KeyError:
            continue
    return tag


def moment(value: Moment) -> str:
    """A moment in words with the precision and the offset of its source: "28 January 2017, 15:31 UTC+03:00"."""
    day = date_format(value.value, "j E Y")
    if not value.has_time:
        return day
    return gettext("%(day)s, %(time)s %(offset)s") % {
        "day": day,
        "time": date_format(value.value, "H:i"),
        "offset": value.offset or gettext("(time zone not given)"),
    }


def after_the_first(lag: Lag) -> str:
    """How long after the first account, in words: whole minutes below two days, else whole days."""
    if lag.minutes is None:
        if lag.days == 0:
            return gettext("on the same day as the first account")
        return ngettext("%d day after the first account", "%d days after the first account", lag.days) % lag.days
    if lag.minutes == 0:
        return gettext("within a minute of the first account")
    hours, minutes = divmod(lag.minutes, 60)
    if hours == 0:
        return ngettext("%d minute after the first account", "%d minutes after the first account", minutes) % minutes
    if hours >= 48:
        return ngettext("%d day after the first account", "%d days after the first account", hours // 24) % (
            hours // 24
        )
    if minutes == 0:
        return ngettext("%d hour after the first account", "%d hours after the first account", hours) % hours
    return gettext("%(hours)d h %(minutes)d min after the first account") % {"hours": hours, "minutes": minutes}


def interval(stance: Stance, unit: str) -> str:
    """The interval of a quantity with its unit: "60 minutes", "55–65 minutes"; nothing where there is none."""
    if stance.low is None or stance.high is None:
        return ""
    low, high = _number(stance.low), _number(stance.high)
    figure = low if stance.low == stance.high else gettext("%(low)s–%(high)s") % {"low": low, "high": high}
    return gettext("%(figure)s %(unit)s") % {"figure": figure, "unit": unit}


def _number(value: int | float) -> str:
    exact = Decimal(str(value))
    whole = exact == exact.to_integral_value()
    return number_format(int(exact) if whole else exact, use_l10n=True, force_grouping=True)


def in_sentence(name: str) -> str:
    """A party's name within a sentence: "the Kremlin", "the White House", "France"."""
    name = " ".join(name.split())
    if name.lower().startswith("the ") or OWNED.search(name) or not WITH_ARTICLE.search(name):
        return name
    return pgettext("a name that takes an article within a sentence", "the %(name)s") % {"name": name}


def names(parties: Iterable[Party | str]) -> str:
    """Parties in a sentence: "the Kremlin", "the Kremlin and France", "the Kremlin, France and NATO"."""
    words = [in_sentence(party if isinstance(party, str) else party.name) for party in parties]
    if len(words) < 2:
        return "".join(words)
    return gettext("%(names)s and %(last)s") % {"names": ", ".join(words[:-1]), "last": words[-1]}


def possessive(name: str) -> str:
    return (gettext("%(name)s’") if name.endswith("s") else gettext("%(name)s’s")) % {"name": name}


def accounts_of(claim: Claim, parties: Iterable[Party]) -> tuple[Account, ...]:
    """The accounts of these parties, whichever columns are shown."""
    return tuple(account for account in claim.accounts if account.party in tuple(parties))


def kind_in_common(accounts: Iterable[Account]) -> str:
    """What these accounts are, in one word: "readout" where each is one, else "accounts"."""
    accounts = tuple(accounts)
    kinds = {account.kind for account in accounts}
    if len(accounts) == 1:
        return account_kind(kinds.pop())
    return gettext("accounts")
