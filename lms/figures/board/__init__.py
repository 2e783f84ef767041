"""The dashboard: pictures of a reading, the period before, and what is late or doubtful."""
