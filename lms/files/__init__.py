"""Stored files, by digest."""
