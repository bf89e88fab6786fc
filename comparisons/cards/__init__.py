"""The social cards (Open Graph images) of shared links: content, layout, typesetting, drawing, store."""
