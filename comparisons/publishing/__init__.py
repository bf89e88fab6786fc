"""Publication: checklist, who may publish, editions, the denormalised index, verification."""
