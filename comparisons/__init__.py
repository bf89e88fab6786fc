__version__ = "1.0.0"
"""Of the whole of Counterpoint, told by /api/. pyproject.toml and CHANGELOG.md say the same; a test holds them to it."""
