"""The name of a user as it is stored with what that user did."""

from typing import Any


def signature(user: Any) -> str:
    """The name under which somebody reads and publishes."""
    name: str = user.get_full_name() or user.get_username()
    return name[:150]
