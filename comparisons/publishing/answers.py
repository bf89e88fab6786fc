"""Answers to what the desk asks, and taking them back. A question's digest is the optimistic lock of its answer."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comparisons.comparison.document import Document
from comparisons.documents import dump
from comparisons.models import Answer, Event

from .questions import Question, questions, totals
from .questions.values import Kind, primary_language

CHANGED = gettext_lazy(
    "What this question is about has changed since you opened the page. Nothing is saved: look at what is asked now."
)


class CannotAnswer(ValueError):
    """Why an answer is not taken, or not taken back: a sentence for the editor. Nothing has changed."""


def asked_of(document: Document) -> tuple[Question, ...]:
    return questions(document, language=_editors_language())


def totals_of(document: Document) -> dict[Kind, int]:
    return totals(document, language=_editors_language())


def _editors_language() -> str:
    return primary_language(settings.LANGUAGE_CODE)


@transaction.atomic
def answer(event: Event, digest: str, *, words: str, by: str) -> Answer:
    """Keep the answer to the question of this digest, where it is still asked. Raises CannotAnswer."""
    event = Event.objects.select_for_update(of=("self",), no_key=True).get(pk=event.pk)
    question = next((question for question in asked_of(dump(event)) if question.digest == digest), None)
    if question is None:
        raise CannotAnswer(CHANGED)
    given = event.answers.filter(digest=digest).first()
    if given:
        raise CannotAnswer(_("%(name)s has answered this meanwhile: “%(words)s”") % _told(given))
    return event.answers.create(
        kind=question.kind,
        place=str(question.place),
        digest=digest,
        words=words,
        answered_by=by,
        answered_at=timezone.now(),
    )


def take_back(event: Event, digest: str) -> None:
    """Ask the question of this digest again. Raises CannotAnswer where nobody has answered it."""
    deleted, _by_model = event.answers.filter(digest=digest).delete()
    if not deleted:
        raise CannotAnswer(_("This answer is not there any more: somebody has taken it back."))


def _told(given: Answer) -> dict[str, str]:
    return {"name": given.answered_by, "words": given.words}
