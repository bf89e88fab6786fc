"""Each rule that the database itself holds, broken once."""

from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from comparisons.models import (
    Account,
    Answer,
    Card,
    Claim,
    Edition,
    Event,
    Finding,
    Pairing,
    Party,
    Quote,
    Revision,
    SecondReading,
    Stance,
    Standing,
    Topic,
    Withdrawal,
)

BROKEN: dict[str, tuple[type[models.Model], dict[str, Any], dict[str, Any]]] = {
    # constraint: model, which row, what is changed
    "party_country_is_two_letters": (Party, {"slug": "kremlin"}, {"country": "ru"}),
    "event_kind_is_known": (Event, {}, {"kind": "telegram"}),
    "one_account_per_event_and_key": (Account, {"key": "kremlin-statement"}, {"key": "newspaper-report"}),
    "account_is_no_translation_of_itself": (Account, {"key": "kremlin-statement"}, {"translation_of": models.F("id")}),
    "account_attribution_is_known": (Account, {"key": "kremlin-statement"}, {"attribution": "rumour"}),
    "account_completeness_is_known": (Account, {"key": "kremlin-statement"}, {"completeness": "half"}),
    "account_scope_is_known": (Account, {"key": "kremlin-statement"}, {"scope": "wide"}),
    "one_claim_per_event_and_slug": (Claim, {"slug": "trade-discussed"}, {"slug": "duration"}),
    "a_quantity_and_only_a_quantity_has_a_unit": (Claim, {"slug": "duration"}, {"unit": ""}),
    "stance_position_is_known": (Stance, {"position": "denies"}, {"position": "hints"}),
    "stance_interval_has_both_ends": (Stance, {"low": 60}, {"high": None}),
    "stance_interval_is_ordered": (Stance, {"low": 60}, {"low": 61}),
    "only_an_affirming_stance_gives_a_value": (Stance, {"low": 60}, {"position": "denies"}),
    "silence_and_only_silence_rests_on_the_full_text": (Stance, {"position": "silent"}, {"basis": "own_text"}),
    "silence_says_who_read_and_when": (Stance, {"position": "silent"}, {"reviewed_by": ""}),
    "a_stance_in_part_has_a_note": (Stance, {"position": "affirms_in_part"}, {"note": ""}),
    "an_implied_stance_is_no_silence_and_has_a_note": (Stance, {"position": "silent"}, {"implied": True}),
    "a_translation_says_its_language_and_whose_it_is": (
        Quote,
        {"exact": "an hourlong discussion"},
        {"translation": "Час."},
    ),
    "a_second_reading_is_signed_and_dated": (SecondReading, {}, {"confirmed_by": ""}),
    "quote_is_not_empty": (Quote, {"exact": "an hourlong discussion"}, {"exact": "", "end": models.F("start")}),
    "quote_is_as_long_as_its_words": (Quote, {"exact": "an hourlong discussion"}, {"end": models.F("end") + 1}),
    "a_pairing_is_of_two": (Pairing, {}, {"second": models.F("first")}),
    "one_finding_per_edition_and_claim": (Finding, {"claim": "trade-discussed"}, {"claim": "duration"}),
}


@pytest.mark.django_db
@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize("name", BROKEN)
def test_the_database_refuses_to_break(name: str) -> None:
    model, row, change = BROKEN[name]
    SecondReading.objects.create(
        claim=Claim.objects.all()[0], digest="0", confirmed_by="Ann", confirmed_at="2020-01-01"
    )
    some = model._default_manager.filter(**row).order_by("pk")[:1]
    assert some, "the row is there"
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        model._default_manager.filter(pk__in=[one.pk for one in some]).update(**change)
    assert_names(refusal.value, name, model)


def assert_names(error: IntegrityError, name: str, model: type[models.Model]) -> None:
    """SQLite names a broken check by its name, and a broken uniqueness by its columns."""
    table = model._meta.db_table
    assert name in str(error) or f"UNIQUE constraint failed: {table}." in str(error)


@pytest.mark.django_db
def test_the_database_refuses_duplicate_rows_and_those_that_break_a_rule_from_the_start(edition: Edition) -> None:
    event = edition.event
    quote = Quote.objects.get(exact="an hourlong discussion")
    standing = Standing.objects.all()[:1].get()
    revision = Revision.objects.get(account__key="kremlin-statement")
    Card.objects.create(place="/card.png", version="1", png=b"a picture")
    answer: dict[str, Any] = {"event": event, "answered_by": "Ann", "answered_at": timezone.now()}
    Answer.objects.create(digest="a", words="So.", **answer)
    later: dict[str, Any] = {
        "published_at": timezone.now(),
        "event_date": event.date,
        "event": event,
        "slug": event.slug,
    }
    rows: dict[str, models.Model] = {
        "one_stance_per_account_and_claim": Stance(
            account=quote.stance.account,
            claim=quote.stance.claim,
            revision=quote.stance.revision,
            position="affirms",
        ),
        "one_quote_per_stance_and_passage": Quote(
            stance=quote.stance, revision=quote.revision, exact=quote.exact, start=quote.start, end=quote.end
        ),
        "one_revision_per_account_and_number": Revision(account=revision.account, number=1, text="Another text."),
        "revision_number_starts_at_one": Revision(account=revision.account, number=0, text="Another text."),
        "revision_has_a_text": Revision(account=revision.account, number=2, text=""),
        "one_standing_per_finding_and_party": Standing(
            finding=standing.finding, party=standing.party, position="denies"
        ),
        "one_edition_per_event_and_number": Edition(number=1, **later),
        "one_card_per_address_and_version": Card(place="/card.png", version="1", png=b"another"),
        "one_answer_per_event_and_question": Answer(digest="a", words="Or so.", **answer),
        "an_answer_has_a_word": Answer(digest="b", words="", **answer),
        "an_answer_says_whose_it_is": Answer(digest="b", words="So.", **{**answer, "answered_by": ""}),
        "edition_number_starts_at_one": Edition(number=0, note="Nothing.", **later),
        "a_later_edition_has_a_change_note": Edition(number=2, note="", **later),
        "a_withdrawal_has_a_reason": Withdrawal(edition=edition, reason="", withdrawn_at=timezone.now()),
    }
    for name, row in rows.items():
        with pytest.raises(IntegrityError) as refusal, transaction.atomic():
            row.save()
        assert_names(refusal.value, name, type(row))


@pytest.mark.django_db
@pytest.mark.parametrize("model", [Party, Topic, Event])
def test_a_slug_names_one_thing(model: type[models.Model], event: Event) -> None:
    one = model._default_manager.first()
    assert one
    one.pk = None
    one._state.adding = True
    with pytest.raises(IntegrityError), transaction.atomic():
        one.save()
