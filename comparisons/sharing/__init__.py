"""What other sites and programs use: embeds, oEmbed, citations, Web Annotations, CSV, Atom feeds."""
