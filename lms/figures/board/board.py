"""The dashboard of one reading, part by part."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lms.figures.board.against import Against, against, window_before
from lms.figures.board.goals import Aimed, aimed
from lms.figures.board.pictures import Drawn, categories, regions
from lms.figures.board.strength import Strengths, strengths
from lms.figures.board.tasks import Reader, Task, tasks
from lms.figures.counting.questions import Question
from lms.figures.totals import Reading


@dataclass(frozen=True, slots=True)
class Board:
    """What stands on the page besides the tables."""

    categories: Drawn
    regions: Drawn
    against: Against | None
    goals: list[Aimed]
    strengths: Strengths | None
    tasks: list[Task]


def board(
    reading: Reading, question: Question, reader: Reader, address: Mapping[str, Any]
) -> Board:
    """Return the dashboard."""
    measure, before = question.measure, window_before(reading.scope.window)
    return Board(
        categories=categories(reading, measure),
        regions=regions(reading, measure),
        against=against(reading, reading.over(before), measure) if before else None,
        goals=aimed(reading),
        strengths=strengths(reading),
        tasks=tasks(reading, reader, address),
    )
