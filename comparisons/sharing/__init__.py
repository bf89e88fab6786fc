"""What other sites and programs use: embeds, oEmbed, citations, Web Annotations, CSV, feeds (Atom, JSON Feed)."""
