"""Targets and strengths as a file: read, compared with what holds, written out again."""
