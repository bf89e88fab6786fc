"""Full-text search (terms, ranking, snippets) and the list of comparisons with its filters and pagination."""
