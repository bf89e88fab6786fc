import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def take_the_latest(apps, schema_editor):
    """Up to here a stance was taken on the latest text that was held when it was entered; none says which it was."""
    Revision = apps.get_model("comparisons", "Revision")
    latest = Revision.objects.filter(account=OuterRef("account")).order_by("-number").values("pk")[:1]
    apps.get_model("comparisons", "Stance").objects.update(revision=Subquery(latest))


class Migration(migrations.Migration):
    dependencies = [("comparisons", "0003_history_and_versions")]
    operations = [
        migrations.RunPython(take_the_latest, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="stance",
            name="revision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="stances",
                to="comparisons.revision",
                verbose_name="text that was read",
            ),
        ),
    ]
