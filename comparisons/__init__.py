__version__ = "1.0.0"
"""The version of Counterpoint, as /api/ gives it. A test checks that pyproject.toml and CHANGELOG.md say the same."""
