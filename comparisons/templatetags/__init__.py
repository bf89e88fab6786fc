"""What templates may ask for beyond their context."""
