import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comparisons", "0012_front_page_examples"),
    ]

    operations = [
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40, verbose_name="kind")),
                ("place", models.CharField(blank=True, max_length=201, verbose_name="place")),
                ("digest", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("words", models.CharField(max_length=500, verbose_name="answer")),
                ("answered_by", models.CharField(max_length=150, verbose_name="answered by")),
                ("answered_at", models.DateTimeField(verbose_name="answered")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="comparisons.event",
                        verbose_name="event",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer",
                "verbose_name_plural": "answers",
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(fields=("event", "digest"), name="one_answer_per_event_and_question"),
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="an_answer_has_a_word"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answered_by", ""), _negated=True), name="an_answer_says_whose_it_is"
                    ),
                ],
            },
        ),
    ]
