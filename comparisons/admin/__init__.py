"""The desk: everything that an editor needs to enter, publish and correct a comparison."""

from . import account, claim, edition, event, party, topic, users

__all__ = ["account", "claim", "edition", "event", "party", "topic", "users"]
