"""The log of editions with what each changed, and the diff between any two."""
