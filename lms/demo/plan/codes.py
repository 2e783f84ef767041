"""Short codes and pass codes of the sample mission: the same at each loading."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random

from lms.demo.plan.calendar import PLACES
from lms.demo.plan.values import PlannedSession, Seat
from lms.sessions import pass_codes
from lms.sessions.rules import short_codes

# For whoever tries the quiz: printed with the sample sign-ins.
SHORT_CODE = "GAO7"
PASS_CODE = "4180362"  # noqa: S105 - opens sample data only
RESERVED = {SHORT_CODE, "GAO8", "TOM7", "MOP7"}


def with_codes(held: Iterable[PlannedSession], rng: Random) -> list[PlannedSession]:
    """Give each session and each seat in it a code of its own."""
    taken = set(RESERVED)
    coded = []
    for it in held:
        name = PLACES[it.room.place][3]
        short_code = short_codes.draw(name, taken, choose=rng.choice)
        taken.add(short_code)
        coded.append(replace(it, short_code=short_code, seats=with_pass_codes(it.seats, rng)))
    return coded


def with_pass_codes(
    seats: Sequence[Seat], rng: Random, *, first: str | None = None
) -> tuple[Seat, ...]:
    """Give each seat of a session its pass code; ``first`` is that of the first seat."""
    taken: list[str] = []
    for number, _seat in enumerate(seats):
        given = first if number == 0 else None
        taken.append(given or pass_codes.draw(taken, below=rng.randrange))
    return tuple(replace(seat, pass_code=code) for seat, code in zip(seats, taken, strict=True))
