"""What each edition changed of the one before it, and the difference between any two."""
