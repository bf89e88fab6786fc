"""Revisions, editions, withdrawals and addresses are inserted, never changed: by the database, not by good manners."""

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.db.models import ProtectedError

from comparisons.database import insert_only
from comparisons.models import Account, Address, Edition, Event, Quote, Revision, Withdrawal
from comparisons.publishing.publish import withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[Revision, Edition, Withdrawal, Address])
def frozen(request: pytest.FixtureRequest, edition: Edition) -> models.Model:
    withdraw(edition.event, reason="It was about another call.", by="ann")
    row: models.Model = request.param._default_manager.first()
    return row


def test_a_frozen_row_cannot_be_updated(frozen: models.Model) -> None:
    column = {Revision: "text", Edition: "title", Withdrawal: "reason", Address: "slug"}[type(frozen)]
    with pytest.raises(IntegrityError, match="insert-only"), transaction.atomic():
        type(frozen)._default_manager.filter(pk=frozen.pk).update(**{column: "something else"})
    before = getattr(frozen, column)
    frozen.refresh_from_db()
    assert getattr(frozen, column) == before


def test_a_frozen_row_cannot_be_deleted_even_by_raw_sql(frozen: models.Model) -> None:
    with pytest.raises(IntegrityError, match="insert-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {frozen._meta.db_table} WHERE id = %s", [frozen.pk])
    assert type(frozen)._default_manager.filter(pk=frozen.pk).exists()


def test_an_account_takes_its_revisions_with_it(event: Event) -> None:
    Account.objects.get(key="kremlin-statement").delete()
    assert not Revision.objects.filter(account__key="kremlin-statement").exists()
    assert not Quote.objects.filter(stance__account__key="kremlin-statement").exists()
    assert Revision.objects.count() == 3


def test_an_account_that_another_stance_quotes_stays(event: Event) -> None:
    newspaper = Account.objects.filter(key="newspaper-report")
    assert Quote.objects.from_others(newspaper).count() == 8
    with pytest.raises(IntegrityError), transaction.atomic():
        newspaper.delete()
        connection.check_constraints()


def test_an_event_that_was_published_cannot_be_deleted(edition: Edition) -> None:
    with pytest.raises(ProtectedError):
        edition.event.delete()


def test_an_event_that_was_never_published_goes_with_all_that_is_its_own(event: Event) -> None:
    event.delete()
    connection.check_constraints()
    assert not Revision.objects.exists()


def test_missing_triggers_are_found_and_created_again(without_triggers: None) -> None:
    assert insert_only.missing(connection) == list(insert_only.TRIGGERS)
    insert_only.install(connection)
    assert insert_only.missing(connection) == []
