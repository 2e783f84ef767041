"""The unit itself: its names in both languages and what it prints on paper."""
