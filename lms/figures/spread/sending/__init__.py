"""Making the servers ready, sending them what changed, and proving that it arrived."""
