"""Words that lists are made of, and that belong to no column alone: names and ranks."""
