"""The desk: the screen on which an editor reads the accounts of an event, claim by claim."""
