"""What other people and programs take away: embeds, citations, annotations, spreadsheets, feeds."""
