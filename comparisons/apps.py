"""The AppConfig: connects the triggers to the signals of `migrate`."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class ComparisonsConfig(AppConfig):
    name = "comparisons"
    verbose_name = _("Comparisons")

    def ready(self) -> None:
        from comparisons.database import search_index
        from comparisons.database.insert_only import install_after_migrate, remove_before_migrate

        pre_migrate.connect(remove_before_migrate, sender=self)
        post_migrate.connect(install_after_migrate, sender=self)
        post_migrate.connect(search_index.install_after_migrate, sender=self)
