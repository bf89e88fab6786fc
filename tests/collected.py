"""The settings of the tests, with static files as an installation has them: collected in COLLECTED, compressed."""

import os
from pathlib import Path

from config.settings import STORAGES as STORAGES
from tests.settings import *  # noqa: F403

STORAGES = {**STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
STATIC_ROOT = Path(os.environ["COLLECTED"])
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = False
