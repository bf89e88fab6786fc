from django.db import migrations

EDITED = {
    "event": ("add", "change", "delete", "view"),
    "party": ("add", "change", "delete", "view"),
    "account": ("add", "change", "delete", "view"),
    "revision": ("add", "view"),
    "topic": ("add", "change", "delete", "view"),
    "claim": ("add", "change", "delete", "view"),
    "stance": ("add", "change", "delete", "view"),
    "quote": ("add", "change", "delete", "view"),
    "edition": ("view",),
    "withdrawal": ("view",),
}
PUBLISH = ("edition", "publish_comparison", "Can publish and withdraw comparisons")


def make_groups(apps, schema_editor):
    """Permissions are made here as well: Django makes its own only after all migrations have run."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    Group = apps.get_model("auth", "Group")

    def permission(model, codename, name):
        content_type, _ = ContentType.objects.get_or_create(app_label="comparisons", model=model)
        return Permission.objects.get_or_create(content_type=content_type, codename=codename, defaults={"name": name})[
            0
        ]

    edit = [
        permission(model, f"{action}_{model}", f"Can {action} {model}")
        for model, actions in EDITED.items()
        for action in actions
    ]
    editors, _ = Group.objects.get_or_create(name="Editors")
    publishers, _ = Group.objects.get_or_create(name="Publishers")
    editors.permissions.add(*edit)
    publishers.permissions.add(*edit, permission(*PUBLISH))


def remove_groups(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=["Editors", "Publishers"]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("comparisons", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_groups, remove_groups)]
