"""Sentences of a report, from what an audience may have of the figures (DOMAIN section 6)."""
