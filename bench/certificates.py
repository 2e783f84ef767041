"""How fast certificates are drawn, one by one and as the file of a whole session."""

from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter

from lms.certificates.drawing import draw
from lms.certificates.rules.numbers import new_code, write_number
from lms.certificates.values import Content
from tests.factories.certificates import make_content

ONE_BY_ONE = 50
A_SESSION = 46
"""As many as the largest sample list."""


def contents(count: int) -> list[Content]:
    """Return that many certificates of one session, each with its own number and code."""
    found = []
    for running in range(1, count + 1):
        code = new_code()
        link = f"https://kalanso.example.org/verify/{code}"
        number = write_number("CP", 2014, running)
        found.append(replace(make_content(), number=number, code=code, link=link))
    return found


def figures() -> Iterator[str]:
    """Yield one line a figure."""
    draw(contents(1))  # the typefaces are read once a process
    begun = perf_counter()
    for content in contents(ONE_BY_ONE):
        draw([content])
    single = ONE_BY_ONE / (perf_counter() - begun)
    yield f"certificates a second, a file each: {single:.0f}"
    begun = perf_counter()
    file = draw(contents(A_SESSION))
    together = A_SESSION / (perf_counter() - begun)
    yield f"certificates a second, {A_SESSION} in one file: {together:.0f}"
    yield f"bytes of a file of {A_SESSION}: {len(file):,}; of one: {len(draw(contents(1))):,}"


if __name__ == "__main__":
    print(*figures(), sep="\n")
