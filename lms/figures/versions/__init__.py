"""Versions of the counting rules: proposed, tried on the same data, and adopted by a person."""
