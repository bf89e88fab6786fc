"""Optimistic locking: rows with a version, which two editors may have open at once."""

from typing import Any
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stale(Exception):
    """The row was changed or deleted since the version that the editor opened. `current` is the row as it is now."""

    def __init__(self, current: "Versioned | None") -> None:
        super().__init__(current)
        self.current = current


class Versioned(models.Model):
    """A row with a version, which every save replaces; no version ever comes back."""

    version = models.UUIDField(_("version"), default=uuid4, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        self.version = uuid4()
        if options.get("update_fields") is not None:
            options["update_fields"] = {*options["update_fields"], "version"}
        super().save(*args, **options)
