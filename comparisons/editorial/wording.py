"""The next step of an event in words: in a sentence, in short, and as links."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from .next_step import NextStep, Step


@dataclass(frozen=True)
class Way:
    """A link that leads on; the first that is offered is the main one."""

    words: str
    address: str
    is_main: bool = False


def next_step_sentence(step: NextStep, *, may_publish: bool) -> str:
    """What is to be done next, and why."""
    number = {"number": step.edition.number if step.edition else 0}
    match step.step:
        case Step.ACCOUNT:
            return _next_account(step)
        case Step.CLAIM:
            return gettext(
                "Next: read the accounts at the desk. Select words in a text, name the claim that they speak of, "
                "and save."
            )
        case Step.READ:
            return gettext(
                "Next: go on reading at the desk. Every account of a party is read for every claim; "
                "not read yet: %(unread)s of %(total)s."
            ) % {"unread": step.unread, "total": step.cells}
        case Step.READ_AGAIN:
            return gettext("Next: read again what rests on a text that has changed.")
        case Step.PUBLISH if may_publish:
            return gettext(
                "Next: everything is read. Look at the preview, then publish: readers see nothing before that."
            )
        case Step.PUBLISH:
            return gettext("Next: everything is read. Look at the preview; a publisher publishes it.")
        case Step.CORRECT:
            return (
                gettext(
                    "The desk was changed since edition %(number)s. "
                    "Readers see none of that before the next edition is published."
                )
                % number
            )
        case Step.WITHDRAWN:
            return (
                gettext("Edition %(number)s is withdrawn. The next edition makes the comparison public again.") % number
            )
        case Step.DONE:
            return (
                gettext(
                    "Edition %(number)s is what readers see. "
                    "To correct it, change what is wrong here and publish the next edition."
                )
                % number
            )


def next_in_short(step: NextStep) -> str:
    """The same beside other events. A list leaves out what has changed since the edition."""
    number = {"number": step.edition.number if step.edition else 0}
    match step.step:
        case Step.ACCOUNT:
            return gettext("next: its accounts")
        case Step.CLAIM:
            return gettext("next: read its accounts at the desk")
        case Step.READ:
            return gettext("next: go on reading, not read yet: %(unread)s of %(total)s") % {
                "unread": step.unread,
                "total": step.cells,
            }
        case Step.PUBLISH:
            return gettext("next: look at it, and publish it")
        case Step.WITHDRAWN:
            return gettext("edition %(number)s, withdrawn") % number
        case _:
            return gettext("published: edition %(number)s") % number


def ways(step: NextStep, *, may_add: bool, may_publish: bool) -> tuple[Way, ...]:
    """The links to the next step, for someone who may or may not add accounts and publish."""
    event = step.event.pk
    desk, preview = (reverse(f"admin:comparisons_event_{page}", args=[event]) for page in ("desk", "preview"))
    match step.step:
        case Step.ACCOUNT:
            without = Way(gettext("or go on without"), desk)
            return (*(_to_an_account(step) if may_add else ()), *([without] if step.accounts else ()))
        case Step.CLAIM:
            return (Way(gettext("Open the desk"), desk, is_main=True),)
        case Step.READ:
            return (Way(gettext("Go on reading"), desk, is_main=True),)
        case Step.READ_AGAIN:
            again = reverse("admin:comparisons_event_read_again", args=[event])
            return (Way(gettext("See what is to be read again"), again, is_main=True),)
        case Step.DONE:
            slug = step.edition.slug if step.edition else ""
            page = reverse("comparisons:comparison", args=[slug])
            return (Way(gettext("See it as readers do"), page, is_main=True),)
        case _ if may_publish:
            publish = gettext("Publish edition %(number)s") % {"number": step.next_number}
            return (
                Way(publish, reverse("admin:comparisons_event_publish", args=[event]), is_main=True),
                Way(gettext("See it as readers will"), preview),
            )
        case _:
            return (Way(gettext("See it as readers will"), preview, is_main=True),)


def _next_account(step: NextStep) -> str:
    if not step.accounts:
        return gettext(
            "Next: enter the first account. An account is one text about the event, such as what one party issued."
        )
    return gettext(
        "Next: enter an account of this party: %(party)s. "
        "If it has issued none, go on without: its column then says that no account is held."
    ) % {"party": step.party}


def _to_an_account(step: NextStep) -> Iterator[Way]:
    asked = f"?event={step.event.pk}" + (f"&party={step.party.pk}" if step.party else "")
    words = gettext("Add an account: %(party)s") % {"party": step.party}
    words = words if step.accounts else gettext("Add the first account")
    yield Way(words, reverse("admin:comparisons_account_add") + asked, is_main=True)
    from_elsewhere = reverse("admin:comparisons_account_import") + asked
    yield Way(gettext("or take it from a file or a web page"), from_elsewhere)
