"""What is done in SQL on SQLite and PostgreSQL: append-only triggers, the full-text index, snapshots."""
