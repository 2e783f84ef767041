"""Seats persons in sessions so that each audience comes to exactly its target.

Everybody to be trained reaches the dose in one session at least; nobody else does.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from random import Random

from lms.demo.plan.targets import Audience
from lms.demo.plan.values import PlannedPerson, PlannedSession, Room, Seat
from lms.sessions.kinds import MarkState

# Presence marks that make somebody trained, by the number of slots (R1).
NEEDED = {1: 1, 2: 2, 4: 3}
QUESTIONS = {"IND-3H": 10, "FDS-2J": 20, "PART-1J": 10}
PASSING_SHARE = 70

# How often, in parts of one.
JUST_ENOUGH = 0.15
LATE = 0.04
EXCUSED = 0.2
TRIES_AGAIN = 0.7


class Seating:
    """The sessions of one audience while they fill; nobody sits twice in one."""

    def __init__(self, rooms: Sequence[Room], rng: Random) -> None:
        self.rooms = rooms
        self._rng = rng
        self._seats: list[list[Seat]] = [[] for _ in rooms]
        self._where: dict[int, set[int]] = defaultdict(set)
        self._split = [number for number, room in enumerate(rooms) if len(room.slots) > 1]

    def train(self, persons: Sequence[PlannedPerson]) -> None:
        """Spread persons over all sessions, unevenly, and let them reach the dose."""
        weights = [self._rng.uniform(0.7, 1.3) for _ in self.rooms]
        for person in persons:
            [number] = self._rng.choices(range(len(self.rooms)), weights)
            self._seat(person, number, person.category, self._enough)

    def sensitize(self, persons: Sequence[PlannedPerson]) -> None:
        """Let persons come to a part of a session of several slots, never enough of it."""
        for person in persons:
            self._seat(person, self._rng.choice(self._split), person.category, self._too_little)

    def repeat(self, person: PlannedPerson, category: str) -> None:
        """Let a person be trained once more, in another session, in ``category`` then."""
        self._seat(person, self._elsewhere(person), category, self._enough)

    def miss_part(self, person: PlannedPerson) -> bool:
        """Put a session below the dose before the first one; ``False`` if there is none."""
        home = min(self._where[person.key])
        earlier = [number for number in self._split if number < home]
        if not earlier:
            return False
        self._seat(person, self._rng.choice(earlier), person.category, self._too_little)
        return True

    def miss_all(self, person: PlannedPerson) -> None:
        """Enrol a person in one more session, to which they do not come."""
        self._seat(person, self._elsewhere(person), person.category, self._nothing)

    def first_is_not_last(self, person: PlannedPerson) -> bool:
        """Tell whether a later session is left for the person."""
        return max(self._where[person.key]) < len(self.rooms) - 1

    def sessions(self) -> list[PlannedSession]:
        """Return the sessions that somebody sits in."""
        return [
            PlannedSession(room=room, seats=tuple(seats))
            for room, seats in zip(self.rooms, self._seats, strict=True)
            if seats
        ]

    def _elsewhere(self, person: PlannedPerson) -> int:
        taken = self._where[person.key]
        later = range(max(taken) + 1, len(self.rooms))
        others = later or [n for n in range(len(self.rooms)) if n not in taken]
        return self._rng.choice(others)

    def _seat(
        self,
        person: PlannedPerson,
        number: int,
        category: str,
        marks: Callable[[int], tuple[MarkState, ...]],
    ) -> None:
        room = self.rooms[number]
        made = marks(len(room.slots))
        came = any(mark in (MarkState.PRESENT, MarkState.LATE) for mark in made)
        attempts = self._attempts(QUESTIONS.get(room.course, 0)) if came else ()
        self._seats[number].append(
            Seat(person=person.key, category=category, marks=made, attempts=attempts)
        )
        self._where[person.key].add(number)

    def _enough(self, slots: int) -> tuple[MarkState, ...]:
        present = NEEDED[slots] if self._rng.random() < JUST_ENOUGH else slots
        return self._spread(present, slots)

    def _too_little(self, slots: int) -> tuple[MarkState, ...]:
        return self._spread(self._rng.randint(1, NEEDED[slots] - 1), slots)

    def _nothing(self, slots: int) -> tuple[MarkState, ...]:
        return self._spread(0, slots)

    def _spread(self, present: int, slots: int) -> tuple[MarkState, ...]:
        here = [MarkState.LATE if self._rng.random() < LATE else MarkState.PRESENT] * present
        away = [
            MarkState.EXCUSED if self._rng.random() < EXCUSED else MarkState.ABSENT
            for _ in range(slots - present)
        ]
        marks = here + away
        self._rng.shuffle(marks)
        return tuple(marks)

    def _attempts(self, questions: int) -> tuple[tuple[bool, ...], ...]:
        if not questions:
            return ()
        first = self._attempt(questions, self._rng.uniform(0.62, 1.0))
        failed = sum(first) * 100 < PASSING_SHARE * questions
        if failed and self._rng.random() < TRIES_AGAIN:
            return first, self._attempt(questions, self._rng.uniform(0.75, 1.0))
        return (first,)

    def _attempt(self, questions: int, ability: float) -> tuple[bool, ...]:
        return tuple(self._rng.random() < ability for _ in range(questions))


def fill(
    audience: Audience,
    trained: Sequence[PlannedPerson],
    sensitized: Sequence[PlannedPerson],
    seating: Seating,
    rng: Random,
) -> None:
    """Seat a whole audience: first everybody once, then those who come again."""
    seating.train(trained)
    seating.sensitize(sensitized)
    waiting = rng.sample(trained, len(trained))
    _repeat(audience, waiting, seating)
    late = 0
    while late < audience.late:
        late += seating.miss_part(waiting.pop())
    for person in waiting[: audience.absent]:
        seating.miss_all(person)


def _repeat(audience: Audience, waiting: list[PlannedPerson], seating: Seating) -> None:
    """Bring persons back, taking them out of ``waiting``; some have changed category."""
    able = [person for person in waiting if seating.first_is_not_last(person)]
    moves = [(first, then) for first, then, many in audience.moved for _ in range(many)]
    chosen: list[tuple[PlannedPerson, str]] = []
    for first, then in moves:
        mover = next(person for person in able if person.category == first)
        able.remove(mover)
        chosen.append((mover, then))
    chosen += [(person, person.category) for person in able[: audience.repeated - len(moves)]]
    for person, category in chosen:
        seating.repeat(person, category)
        waiting.remove(person)
