"""What was counted beside what was to be reached, and beside how strong units are."""
