"""The work of editors, without its screens: stances, revisions, progress, history."""
