"""Rows that two editors may have open at once."""

from typing import Any
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stale(Exception):
    """The row has been changed, or is gone, since the version that the editor opened. `held` is the row as it is."""

    def __init__(self, held: "Versioned | None") -> None:
        super().__init__(held)
        self.held = held


class Versioned(models.Model):
    """A row with a version of its own, which every save makes anew; no version ever comes back."""

    version = models.UUIDField(_("version"), default=uuid4, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        self.version = uuid4()
        if options.get("update_fields") is not None:
            options["update_fields"] = {*options["update_fields"], "version"}
        super().save(*args, **options)
