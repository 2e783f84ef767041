"""Question banks, quizzes, attempts and grading."""
