"""The desk: everything that an editor needs to enter, publish and correct a comparison."""

from . import account, claim, edition, event, people, shared

__all__ = ["account", "claim", "edition", "event", "people", "shared"]
