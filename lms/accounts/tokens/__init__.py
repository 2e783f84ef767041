"""Tokens by which programs read the figures in somebody's name."""
