"""Programmes, courses, their versions and modules."""
