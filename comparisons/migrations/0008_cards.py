import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comparisons", "0007_passages"),
    ]

    operations = [
        migrations.CreateModel(
            name="Card",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "claim",
                    models.CharField(
                        blank=True,
                        help_text="None: the card is of the whole comparison.",
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                "Use lower-case Latin letters, digits and single hyphens between them.",
                            )
                        ],
                        verbose_name="claim",
                    ),
                ),
                ("language", models.CharField(max_length=20, verbose_name="language")),
                ("png", models.BinaryField(verbose_name="PNG")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cards",
                        to="comparisons.edition",
                        verbose_name="edition",
                    ),
                ),
            ],
            options={
                "verbose_name": "card",
                "verbose_name_plural": "cards",
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "claim", "language"), name="one_card_per_edition_claim_and_language"
                    )
                ],
            },
        ),
    ]
