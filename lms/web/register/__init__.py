"""Deciding who is who: doubts, merges, duplicates, and the page of a person."""
