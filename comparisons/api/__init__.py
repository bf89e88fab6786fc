"""The HTTP API: the published comparisons for programs."""
