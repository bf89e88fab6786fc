"""The pictures of shared links: content, layout, typesetting, drawing, store."""
