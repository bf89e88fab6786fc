"""Collation: the sort key of names."""

from unicodedata import combining, normalize


def collation_key(name: str, slug: str) -> tuple[str, str]:
    """A key that sorts names whatever their case and accents, the same on every machine; equal ones by slug."""
    letters = (letter for letter in normalize("NFKD", name) if not combining(letter))
    return normalize("NFKD", "".join(letters).casefold()), slug
