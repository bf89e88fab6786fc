"""What SQLite and PostgreSQL are made to hold: triggers, the full-text index, snapshots."""
