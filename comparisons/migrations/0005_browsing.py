import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comparisons", "0004_text_that_was_read"),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="outcomes",
            field=models.JSONField(default=dict, help_text="Of each claim, by its slug.", verbose_name="outcomes"),
        ),
        migrations.AddField(
            model_name="finding",
            name="origin",
            field=models.CharField(
                blank=True,
                help_text="The party from whose texts alone it is quoted.",
                max_length=100,
                validators=[
                    django.core.validators.RegexValidator(
                        "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                        "Use lower-case Latin letters, digits and single hyphens between them.",
                    )
                ],
                verbose_name="origin",
            ),
        ),
        migrations.CreateModel(
            name="Address",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.CharField(
                        max_length=100,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens between them.",
                            )
                        ],
                        verbose_name="slug",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="addresses",
                        to="comparisons.event",
                        verbose_name="event",
                    ),
                ),
            ],
            options={
                "verbose_name": "address",
                "verbose_name_plural": "addresses",
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="Pairing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "first",
                    models.CharField(
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens between them.",
                            )
                        ],
                        verbose_name="first party",
                    ),
                ),
                (
                    "second",
                    models.CharField(
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens between them.",
                            )
                        ],
                        verbose_name="second party",
                    ),
                ),
                ("outcome", models.CharField(max_length=30, verbose_name="outcome")),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pairings",
                        to="comparisons.finding",
                        verbose_name="finding",
                    ),
                ),
            ],
            options={
                "verbose_name": "pairing",
                "verbose_name_plural": "pairings",
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["first", "second"], name="pairing_by_pair"),
                    models.Index(fields=["second"], name="pairing_by_second"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("finding", "first", "second"), name="one_pairing_per_finding_and_pair"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first", models.F("second")), _negated=True), name="a_pairing_is_of_two"
                    ),
                ],
            },
        ),
    ]
