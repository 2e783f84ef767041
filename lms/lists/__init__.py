"""Attendance lists as files: read, preview and apply."""
