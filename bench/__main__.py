"""Print every figure, a line each, as soon as it is known."""

from bench import certificates, lines, matching, pages, quiz_attempt, reading

for part in (lines, reading, matching, certificates, pages, quiz_attempt):
    for line in part.figures():
        print(line, flush=True)
