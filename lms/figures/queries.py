"""Reading the ledger; nothing here changes a row, and no list is read fact by fact."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import aliased, joinedload

from lms.db import WITH_WITHDRAWN
from lms.extensions import db
from lms.figures.counting.periods import Window
from lms.figures.models import DeclaredFigure, Fact, Indicator
from lms.people.models import Category, Person
from lms.sessions.models import (
    Headcount,
    Participation,
    Place,
    PlaceLevel,
    Status,
    TrainingSession,
)
from lms.sessions.outcome import Outcome

COUNTED = (Outcome.TRAINED, Outcome.SENSITIZED)


@dataclass(frozen=True, slots=True)
class Region:
    """A region as figures know it, through all releases of codes."""

    code: str
    name_fr: str
    name_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """A fact behind a figure, with what is needed to find its person and its session."""

    fact: Fact
    person: Person
    category: Category
    training_session: TrainingSession


def categories() -> Sequence[Category]:
    """Return every category, inactive ones too, in the order of the tables."""
    return db.session.scalars(select(Category).order_by(Category.position, Category.id)).all()


def categories_by_code() -> dict[str, Category]:
    """Return every category by its code."""
    return {it.code: it for it in categories()}


def regions_of_places() -> dict[int, Region]:
    """Return the region in which each place lies; a region or the country is its own."""
    return _called(
        (place, above if above and place.level is PlaceLevel.CERCLE else place)
        for place, above in _places()
    )


def every_region() -> dict[str, Region]:
    """Return every region there was or is, by its code in figures, in the order of the list."""
    among = regions_of_places()
    places = db.session.scalars(
        select(Place.id).where(Place.level == PlaceLevel.REGION).order_by(Place.id)
    )
    return {among[it].code: among[it] for it in places}


def cercles_of_places() -> dict[int, Region]:
    """Return each place, through all releases; a region stands for itself."""
    return _called((place, place) for place, _above in _places())


def _places() -> Iterable[tuple[Place, Place | None]]:
    above = aliased(Place)
    query = select(Place, above).outerjoin(above, Place.parent_id == above.id).order_by(Place.id)
    return ((place, it) for place, it in db.session.execute(query))


def _called(places: Iterable[tuple[Place, Place]]) -> dict[int, Region]:
    """Return what each place counts as.

    Codes change with each release, so a place is known by its name, and called by the code
    under which it first came: Bamako stays ML09 when ML09 becomes another region.
    """
    known: dict[str, Region] = {}
    taken: set[str] = set()
    found = {}
    for place, it in places:
        if it.name_fr not in known:
            code = f"{it.release}:{it.code}" if it.code in taken else it.code
            known[it.name_fr] = Region(code, it.name_fr, it.name_en)
            taken.add(code)
        found[place.id] = known[it.name_fr]
    return found


def headcount_lines(fact_ids: Collection[int]) -> dict[int, Fact]:
    """Return the facts of headcounts with these ids, each with its session, in one statement."""
    found = db.session.scalars(
        select(Fact)
        .where(Fact.id.in_(fact_ids))
        .options(
            joinedload(Fact.category),
            joinedload(Fact.place),
            joinedload(Fact.training_session),
        )
    )
    return {it.id: it for it in found}


def lines(fact_ids: Collection[int]) -> dict[int, FactLine]:
    """Return the facts with these ids, each with its person and session, in one statement."""
    rows = db.session.execute(
        select(Fact, Person, Category, TrainingSession)
        .join(Person, Fact.person_id == Person.id)
        .join(Category, Fact.category_id == Category.id)
        .join(TrainingSession, Fact.training_session_id == TrainingSession.id)
        .where(Fact.id.in_(fact_ids))
        # A figure as it was on a day leads back to whoever it counted then.
        .execution_options(**WITH_WITHDRAWN)
    )
    return {
        fact.id: FactLine(
            fact=fact, person=person, category=category, training_session=training_session
        )
        for fact, person, category, training_session in rows
    }


def recorded_window() -> Window | None:
    """Return the days from the first to the last live fact; nothing when there is none."""
    days = select(Fact.last_day).where(Fact.retracted_at.is_(None)).limit(1)
    first, last = db.session.execute(
        select(
            days.order_by(Fact.last_day).scalar_subquery(),
            days.order_by(Fact.last_day.desc()).scalar_subquery(),
        )
    ).one()
    return Window(first, last) if first else None


def declared() -> Sequence[DeclaredFigure]:
    """Return the figures published earlier, in the order they were given."""
    return db.session.scalars(select(DeclaredFigure).order_by(DeclaredFigure.id)).all()


def indicators(window: Window) -> Sequence[Indicator]:
    """Return the indicators whose whole period lies in ``window``."""
    return db.session.scalars(
        select(Indicator)
        .where(Indicator.period_start >= window.first, Indicator.period_end <= window.last)
        .order_by(Indicator.id)
    ).all()


def declared_keys() -> set[tuple[object, ...]]:
    """Return what names each declared figure and indicator, so that none is loaded twice."""
    figures = select(
        DeclaredFigure.category_id,
        DeclaredFigure.outcome,
        DeclaredFigure.period_start,
        DeclaredFigure.period_end,
    )
    others = select(Indicator.code, Indicator.period_start, Indicator.period_end)
    return {tuple(row) for asked in (figures, others) for row in db.session.execute(asked)}


def live(training_session_id: int) -> Sequence[Fact]:
    """Return the facts of a session that hold."""
    return db.session.scalars(
        select(Fact)
        .where(Fact.training_session_id == training_session_id, Fact.retracted_at.is_(None))
        .order_by(Fact.id)
    ).all()


def headcounts_of(training_session_id: int) -> Sequence[Headcount]:
    """Return the headcounts of a session."""
    return db.session.scalars(
        select(Headcount)
        .where(Headcount.training_session_id == training_session_id)
        .order_by(Headcount.id)
    ).all()


def sessions_of(person_ids: Collection[int]) -> Sequence[TrainingSession]:
    """Return the closed sessions in which one of the records has part."""
    return db.session.scalars(
        select(TrainingSession)
        .where(
            TrainingSession.status == Status.CLOSED,
            TrainingSession.id.in_(
                select(Participation.training_session_id).where(
                    Participation.person_id.in_(person_ids)
                )
            ),
        )
        .order_by(TrainingSession.id)
        .execution_options(populate_existing=True)  # closed meanwhile, maybe
    ).all()


def recorded_regions() -> list[Region]:
    """Return the regions in which a live fact was recorded, each once."""
    # Asked place by place, which an index answers, however many facts there are.
    here = select(Fact.id).where(Fact.place_id == Place.id, Fact.retracted_at.is_(None))
    places = db.session.scalars(select(Place.id).where(here.exists()))
    regions = regions_of_places()
    return sorted({regions[it] for it in places}, key=lambda it: it.code)
