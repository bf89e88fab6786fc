"""Full-text search and the list of comparisons that it narrows."""
