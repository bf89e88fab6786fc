"""Texts without a database: anchors, differences, alignment, tokens, sentences, collation, digests."""
