"""Looking a report over before it is published, and proving it afterwards."""
