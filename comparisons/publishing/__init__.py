"""From the desk to readers: checklist, publication, the denormalised index, verification."""
