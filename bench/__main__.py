"""Print every figure, a line each, as soon as it is known."""

from bench import certificates, lines, matching, pages, quiz_attempt, reading, spread

for part in (lines, reading, matching, certificates, pages, quiz_attempt, spread):
    for line in part.figures():
        print(line, flush=True)
