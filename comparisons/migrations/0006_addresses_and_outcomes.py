import json

from django.db import migrations


def fill_in(apps, schema_editor):
    """What editions that were published before say of themselves. The rows for browsing: manage.py rebuild."""
    Edition = apps.get_model("comparisons", "Edition")
    Address = apps.get_model("comparisons", "Address")
    for edition in Edition.objects.order_by("pk").iterator(chunk_size=20):
        Address.objects.get_or_create(slug=edition.slug, defaults={"event_id": edition.event_id})
        claims = json.loads(edition.body)["claims"]
        edition.outcomes = {claim["slug"]: claim["outcome"] for claim in claims}
        edition.save(update_fields=["outcomes"])


class Migration(migrations.Migration):
    dependencies = [("comparisons", "0005_browsing")]
    operations = [migrations.RunPython(fill_in, migrations.RunPython.noop)]
