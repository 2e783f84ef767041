"""What has changed since a report, line by line, and why."""
