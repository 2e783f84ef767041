"""Words that lists are made of: frequent names, ranks, and what stands below the people."""
