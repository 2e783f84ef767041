"""Changing quizzes: each function flushes and leaves the commit to its caller."""
