"""Migrations on a database that people have worked with: with rows, and with its triggers on."""

import os
from pathlib import Path

import pytest
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from tests.browser.site import database, manage

DOCUMENT = '{"claims":[{"slug":"trade","outcome":"omission"}]}'
ROWS = [
    "INSERT INTO comparisons_party (id, slug, name, country) VALUES (1, 'kremlin', 'Kremlin', 'RU')",
    "INSERT INTO comparisons_event (id, slug, title, kind, date, place, summary, participants)"
    " VALUES (1, 'call', 'Call', 'phone_call', '2017-01-28', '', '', '[]')",
    'INSERT INTO comparisons_account (id, event_id, key, "order", party_id, title, kind, source, attribution,'
    " attribution_note, completeness, scope, language, issued_at, source_url, archive_url, via)"
    " VALUES (1, 1, 'statement', 0, 1, 'Statement', 'statement', 'Kremlin', 'on_record', '', 'full',"
    " 'comprehensive', 'en', '', '', '', '')",
    "INSERT INTO comparisons_revision (id, account_id, number, text, sha256, captured_at, note)"
    " VALUES (1, 1, 1, 'Trade was discussed.', '', '', '')",
    "INSERT INTO comparisons_topic (id, slug, name) VALUES (1, 'trade', 'Trade')",
    'INSERT INTO comparisons_claim (id, event_id, slug, "order", topic_id, question, wording, kind, unit, note)'
    " VALUES (1, 1, 'trade', 0, 1, '', 'Trade was discussed.', 'polar', '', '')",
    "INSERT INTO comparisons_stance (id, account_id, claim_id, position, basis, value, note, reviewed_by, reviewed_at)"
    " VALUES (1, 1, 1, 'silent', 'full_text', '', '', 'ann', '2017-01-29')",
    "INSERT INTO comparisons_edition (id, event_id, number, slug, title, event_kind, event_date, parties, body, sha256,"
    " note, published_at, published_by) VALUES (1, 1, 1, 'the-call', 'Call', 'phone_call', '2017-01-28', '[]',"
    f" '{DOCUMENT}', '', '', '2017-01-30 12:00:00+00:00', 'ann')",
]
INSERT = f"""
from django.db import connection
for row in {ROWS!r}:
    connection.cursor().execute(row)
"""
READ = """
from comparisons.models import Address, Edition, Stance
stance = Stance.objects.get()
print(stance.account.title, stance.revision.text, stance.revision.number)
print(Address.objects.get(), Edition.objects.get().outcomes)
"""


@pytest.mark.slow
@pytest.mark.database
def test_rows_and_triggers_outlive_a_migration_of_their_tables(tmp_path: Path) -> None:
    with database(tmp_path) as database_url:
        environment = {**os.environ, "DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        manage(environment, "migrate", "comparisons", "0002")
        manage(environment, "shell", "--no-imports", "-c", INSERT)
        manage(environment, "migrate")
        assert manage(environment, "shell", "--no-imports", "-c", READ) == (
            "Statement Trade was discussed. 1\nthe-call {'trade': 'omission'}\n"
        )
        with pytest.raises(Exception, match="non-zero exit status"):
            delete = "from django.db import connection; connection.cursor().execute('DELETE FROM comparisons_revision')"
            manage(environment, "shell", "--no-imports", "-c", delete)


@pytest.mark.django_db
def test_no_migration_is_missing_a_parent() -> None:
    executor = MigrationExecutor(connections["default"])
    assert executor.loader.detect_conflicts() == {}
