"""Statistics across events: topics, parties and pairs, with counts and the claims behind each number."""
