"""A published report as files for other programs, from its frozen numbers alone."""
