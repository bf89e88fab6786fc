"""A row has another version after every save."""

import pytest

from comparisons.models import Event


@pytest.mark.django_db
@pytest.mark.parametrize("fields", [None, ["title"]], ids=["all of it", "one field"])
def test_a_save_makes_another_version(event: Event, fields: list[str] | None) -> None:
    before = event.version
    event.save(update_fields=fields)
    event.refresh_from_db()
    assert event.version != before
