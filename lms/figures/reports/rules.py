"""What a report is called, how it is written down to be signed, and what makes it doubtful."""

import hashlib
import json
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from lms.figures.counting.periods import Window
from lms.figures.counting.values import CountedFact, CountedHeadcount

MONTHS = 12
LEAST_GAP = 10
"""A total is striking only if it is off by as many people as this."""
FIRST_DIGEST, DIGEST = 1, 2
"""How facts are written down for their digest: at first, without place and session, and now."""
Runs = list[list[int]]


class FindingKind(StrEnum):
    """What stands in the way of publishing, or deserves a look before."""

    TIE_OUT = "tie_out"
    UNDECIDED = "undecided"
    OPEN_SESSION = "open_session"
    OUTLIER = "outlier"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found; ``line`` is the measure or row it is about, where it is about one."""

    kind: FindingKind
    blocks: bool = False
    count: int = 0
    line: str = ""
    lowest: int = 0
    highest: int = 0
    """Of an outlier: between which numbers the earlier periods lay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What there is to judge, as plain values."""

    untied: Sequence[str]
    """The measures whose lines do not add up (R11)."""
    undecided: int
    open_sessions: int
    persons: Mapping[str, int]
    earlier: Mapping[str, Sequence[int]]
    """Of each line of persons trained: what it was in the periods before."""
    counted: int
    """Facts in all."""


def findings(seen: Seen, *, print_range: bool) -> list[Finding]:
    """Return what was found, whatever blocks first.

    Undecided rows block unless the report prints between which numbers its totals lie (R14).
    """
    found = [Finding(kind=FindingKind.TIE_OUT, blocks=True, line=it) for it in seen.untied]
    if seen.undecided:
        found.append(
            Finding(kind=FindingKind.UNDECIDED, blocks=not print_range, count=seen.undecided)
        )
    if seen.open_sessions:
        found.append(Finding(kind=FindingKind.OPEN_SESSION, count=seen.open_sessions))
    if not seen.counted:
        found.append(Finding(kind=FindingKind.NOBODY))
    found += [
        Finding(
            kind=FindingKind.OUTLIER,
            count=seen.persons[line],
            line=line,
            lowest=min(before),
            highest=max(before),
        )
        for line, before in seen.earlier.items()
        if is_outlier(seen.persons[line], before)
    ]
    return sorted(found, key=lambda it: not it.blocks)


def is_outlier(value: int, before: Sequence[int]) -> bool:
    """Tell whether a total is more than twice, or less than half, what it was before.

    Two earlier periods with somebody in them are needed to say so.
    """
    if sum(1 for it in before if it) < 2:  # noqa: PLR2004 - one is no habit
        return False
    low, high = min(before), max(before)
    far = max(value - high, low - value) >= LEAST_GAP
    return far and (value > 2 * high or 2 * value < low)


def windows_before(window: Window, number: int) -> list[Window]:
    """Return as many windows of the same length just before; whole months stay whole months."""
    found: list[Window] = []
    while len(found) < number and window.first.year > 1:
        window = _before(window)
        found.append(window)
    return found


def _before(window: Window) -> Window:
    last = window.first - timedelta(days=1)
    whole = monthrange(window.last.year, window.last.month)[1] == window.last.day
    if window.first.day == 1 and whole:
        months = _month(window.last) - _month(window.first) + 1
        start = _month(window.first) - months
        return Window(date(start // MONTHS, start % MONTHS + 1, 1), last)
    return Window(last - (window.last - window.first), last)


def _month(day: date) -> int:
    return day.year * MONTHS + day.month - 1


def code_of(year: int, number: int) -> str:
    """Return the code of a report: R-2015-003."""
    return f"R-{year:04}-{number:03}"


def canonical(content: Mapping[str, object]) -> bytes:
    """Return the one way to write ``content`` down, so that a signature means something."""
    written = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return written.encode()


def digest_of(
    persons: Iterable[CountedFact], headcounts: Iterable[CountedHeadcount], form: int = DIGEST
) -> str:
    """Return the SHA-256 of the facts counted, in the order of their numbers.

    A report says in which form its digest was made; one that says nothing has the first.
    """
    rows: list[tuple[int, str]] = [
        (it.id, f"{it.id} {it.person} {it.outcome} {_stands(it, form)}") for it in persons
    ]
    rows += [
        (it.id, f"{it.id} {_heads(it)} {it.outcome} {_stands(it, form)}") for it in headcounts
    ]
    made = hashlib.sha256()
    for _number, line in sorted(rows):
        made.update(f"{line}\n".encode())
    return made.hexdigest()


def _heads(it: CountedHeadcount) -> str:
    return f"{'≥' if it.at_least else '='}{it.count}"


def _stands(it: CountedFact | CountedHeadcount, form: int) -> str:
    stands = f"{it.category} {it.sex} {it.age_group} {it.last_day.isoformat()}"
    if form == FIRST_DIGEST:
        return stands
    # The place, not its region: regions may be drawn anew, and no fact is touched by that.
    return f"{stands} {it.place} {it.training_session}"


def runs_of(numbers: Iterable[int]) -> Runs:
    """Return the numbers as runs: the first of each, and how many follow without a gap."""
    found: Runs = []
    for number in sorted(numbers):
        if found and found[-1][0] + found[-1][1] == number:
            found[-1][1] += 1
        else:
            found.append([number, 1])
    return found


def numbers_in(runs: Runs) -> Iterator[int]:
    """Return the numbers that stand in runs."""
    for first, length in runs:
        yield from range(first, first + length)
