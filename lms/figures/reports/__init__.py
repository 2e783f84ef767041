"""Frozen reports: what was published, by whom, and what has changed since."""
