"""What the pages of the register show, in words."""
