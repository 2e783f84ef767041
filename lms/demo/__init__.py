"""Sample courses and a sample mission."""
