"""What the pages show, ready to be set out: words, numbers in words, addresses."""
