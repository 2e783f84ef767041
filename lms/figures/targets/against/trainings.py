"""Who was trained under the name of a unit, as attendance lists write it (DOMAIN R17)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from lms.db import WITH_WITHDRAWN
from lms.extensions import db
from lms.figures.counting.periods import Window
from lms.figures.models import Fact
from lms.figures.targets.rules import unit_key
from lms.lib.portions import portions
from lms.sessions.models import Participation
from lms.sessions.outcome import Outcome

MOST_SPELLINGS = 500  # in one statement; databases limit the parameters of one


@dataclass(frozen=True, slots=True)
class Trained:
    """One training of one person of a unit."""

    unit: str
    """The key of the unit."""
    category_id: int
    person: int
    last_day: date
    outcome: Outcome = Outcome.TRAINED


def spellings() -> Mapping[str, list[str]]:
    """Return how each unit is written on lists, by its key.

    The database steps from one spelling to the next through the index, whatever there is of each.
    """
    written = select(func.min(Participation.unit).label("unit")).cte("written", recursive=True)
    following = (
        select(func.min(Participation.unit))
        .where(Participation.unit > written.c.unit)
        .correlate(written)
        .scalar_subquery()
    )
    written = written.union_all(select(following).where(written.c.unit.is_not(None)))
    found: dict[str, list[str]] = {}
    rows = db.session.scalars(select(written.c.unit), execution_options=WITH_WITHDRAWN)
    for unit in rows:
        if unit is not None:
            found.setdefault(unit_key(unit), []).append(unit)
    return found


def of_units(
    units: Collection[str],
    window: Window,
    places: Collection[int] | None,
    as_of: datetime | None,
) -> Sequence[Trained]:
    """Return the trainings in the window of persons of these units, each by its key.

    ``places`` are where they were held; None is anywhere.
    """
    written = spellings()
    wanted = [it for unit in units for it in written.get(unit, ())]
    return [
        found
        for some in portions(wanted, MOST_SPELLINGS)
        for found in _trained(_held_in(places, Participation.unit.in_(some)), window, as_of)
    ]


def of_all(
    window: Window, places: Collection[int] | None, as_of: datetime | None
) -> Sequence[Trained]:
    """Return the trainings in the window of everybody whose unit is written down."""
    return [*_trained(_held_in(places, Participation.unit.is_not(None)), window, as_of)]


def _held_in(places: Collection[int] | None, of: ColumnElement[bool]) -> ColumnElement[bool]:
    return of if places is None else and_(of, Fact.place_id.in_(places))


def _trained(
    condition: ColumnElement[bool], window: Window, as_of: datetime | None
) -> Iterator[Trained]:
    rows = db.session.execute(
        _facts(window, as_of).where(condition), execution_options=WITH_WITHDRAWN
    )
    for it in rows:
        yield Trained(unit_key(it.unit), it.category_id, it.person_id, it.last_day)


def _facts(window: Window, as_of: datetime | None) -> Select[str | None, int, int | None, date]:
    """Select the trainings that count; each person once a unit, a category and a day."""
    if as_of is None:
        known: ColumnElement[bool] = Fact.retracted_at.is_(None)
    else:
        later = or_(Fact.retracted_at.is_(None), Fact.retracted_at > as_of)
        known = and_(Fact.recorded_at <= as_of, later)
    return (
        select(Participation.unit, Fact.category_id, Fact.person_id, Fact.last_day)
        .join(
            Participation,
            # Through the session, which has an index for facts of the past too.
            and_(
                Fact.participation_id == Participation.id,
                Fact.training_session_id == Participation.training_session_id,
            ),
        )
        .where(
            known,
            Fact.outcome == Outcome.TRAINED,
            Fact.last_day.between(window.first, window.last),
        )
        .distinct()
    )
