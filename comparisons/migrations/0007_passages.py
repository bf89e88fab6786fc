import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

# A token has letters, digits, marks and perhaps an apostrophe, which the tokenizer `ascii` is told of.
SQLITE = """
CREATE VIRTUAL TABLE comparisons_passage_index USING fts5(
    stems, words, content='comparisons_passage', content_rowid='id', tokenize="ascii tokenchars ''''"
)
"""
POSTGRESQL = """
CREATE FUNCTION comparisons_vector(tokens text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT string_agg(quote_literal(token) || ':' || place, ' ')::tsvector
    FROM unnest(string_to_array(tokens, ' ')) WITH ORDINALITY AS numbered(token, place)
$$;
ALTER TABLE comparisons_passage
    ADD COLUMN stems_vector tsvector GENERATED ALWAYS AS (comparisons_vector(stems)) STORED,
    ADD COLUMN words_vector tsvector GENERATED ALWAYS AS (comparisons_vector(words)) STORED;
CREATE INDEX comparisons_passage_by_stems ON comparisons_passage USING gin (stems_vector);
CREATE INDEX comparisons_passage_by_words ON comparisons_passage USING gin (words_vector);
"""
REMOVE_POSTGRESQL = """
ALTER TABLE comparisons_passage DROP COLUMN stems_vector, DROP COLUMN words_vector;
DROP FUNCTION comparisons_vector(text);
"""


def make_index(apps, schema_editor):
    """What finds the passages. The triggers that keep SQLite's in step are laid after every migrate."""
    schema_editor.execute(SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def remove_index(apps, schema_editor):
    sqlite = "DROP TABLE comparisons_passage_index"
    schema_editor.execute(sqlite if schema_editor.connection.vendor == "sqlite" else REMOVE_POSTGRESQL)


class Migration(migrations.Migration):
    dependencies = [
        ("comparisons", "0006_addresses_and_outcomes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Passage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="passages",
                        to="comparisons.edition",
                        verbose_name="edition",
                    ),
                ),
                ("order", models.PositiveIntegerField(verbose_name="order")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("title", "Title"),
                            ("participant", "Took part"),
                            ("party", "Party"),
                            ("topic", "Topic"),
                            ("claim", "Claim"),
                            ("text", "Text"),
                        ],
                        max_length=11,
                        verbose_name="kind",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        help_text="Of the claim, topic or party; the account's id.",
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens between them.",
                            )
                        ],
                        verbose_name="place",
                    ),
                ),
                (
                    "heading",
                    models.CharField(
                        blank=True, help_text="The account's title.", max_length=500, verbose_name="heading"
                    ),
                ),
                (
                    "speaker",
                    models.CharField(blank=True, help_text="The party's name.", max_length=200, verbose_name="speaker"),
                ),
                ("language", models.CharField(blank=True, max_length=35, verbose_name="language")),
                ("text", models.TextField(verbose_name="text")),
                ("stems", models.TextField(help_text="Of each word, with a space between them.", verbose_name="stems")),
                ("words", models.TextField(help_text="The same words, folded and not stemmed.", verbose_name="words")),
            ],
            options={
                "verbose_name": "passage",
                "verbose_name_plural": "passages",
                "ordering": ["edition", "order"],
                "default_permissions": ("view",),
            },
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["event_date"], name="edition_by_event_date"),
        ),
        migrations.AddConstraint(
            model_name="passage",
            constraint=models.UniqueConstraint(fields=("edition", "order"), name="one_passage_per_edition_and_order"),
        ),
        migrations.RunPython(make_index, remove_index),
    ]
