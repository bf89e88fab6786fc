__version__ = "1.0.0"
"""Of all of Counterpoint, told by /api/. pyproject.toml and CHANGELOG.md say the same, which a test holds them to."""
