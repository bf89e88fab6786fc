"""The comparison as a frozen value that a page renders without a query."""
