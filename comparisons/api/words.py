"""Words of the description: translated when it is written, whatever language the site started in."""

from collections.abc import Callable
from typing import cast

from django.utils.translation import gettext_lazy

# What describes an API wants a str; in JSON both come out the same.
_ = cast(Callable[[str], str], gettext_lazy)
