from django.db import migrations, models


class Migration(migrations.Migration):
    """Cards are drawn again when they are asked for: none of them needs to be carried over."""

    dependencies = [
        ("comparisons", "0015_quotes_and_words_of_the_search"),
    ]

    operations = [
        migrations.DeleteModel(name="Card"),
        migrations.CreateModel(
            name="Card",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=400, verbose_name="address")),
                (
                    "version",
                    models.CharField(
                        help_text="A fingerprint of what it shows, and how.", max_length=64, verbose_name="version"
                    ),
                ),
                ("png", models.BinaryField(verbose_name="PNG")),
            ],
            options={
                "verbose_name": "card",
                "verbose_name_plural": "cards",
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(fields=("place", "version"), name="one_card_per_address_and_version")
                ],
            },
        ),
    ]
