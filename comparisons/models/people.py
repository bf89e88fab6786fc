"""How somebody who works at the desk is named."""

from typing import Any


def signature(user: Any) -> str:
    """The name under which somebody reads and publishes."""
    name: str = user.get_full_name() or user.get_username()
    return name[:150]
