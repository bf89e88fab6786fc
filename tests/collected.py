"""The settings of the tests, with static files as an installation has them: collected in COLLECTED, compressed."""

import os
from pathlib import Path

import tests.settings
from config.settings import STORAGES as AS_INSTALLED
from tests.settings import *  # noqa: F403

STORAGES = {**tests.settings.STORAGES, "staticfiles": AS_INSTALLED["staticfiles"]}
STATIC_ROOT = Path(os.environ["COLLECTED"])
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = False
