"""Reading the ledger; nothing here changes a row, and no list is read fact by fact."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased

from lms.db import WITH_WITHDRAWN
from lms.extensions import db
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from lms.figures.counting.values import CountedFact, CountedHeadcount
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
    """Return the region in which each place lies; a region or the country is its own.

    Codes change with each release, so a region is known by its name, and called by the code
    under which it first came: Bamako stays ML09 when ML09 becomes another region.
    """
    parent = aliased(Place)
    places = db.session.execute(
        select(Place, parent).outerjoin(parent, Place.parent_id == parent.id).order_by(Place.id)
    )
    known: dict[str, Region] = {}
    taken: set[str] = set()
    found = {}
    for place, above in places:
        it = above if above and place.level is PlaceLevel.CERCLE else place
        if it.name_fr not in known:
            code = f"{it.release}:{it.code}" if it.code in taken else it.code
            known[it.name_fr] = Region(code, it.name_fr, it.name_en)
            taken.add(code)
        found[place.id] = known[it.name_fr]
    return found


def facts(
    scope: Scope, *, codes: Mapping[int, str], regions: Mapping[int, Region]
) -> list[CountedFact]:
    """Return the facts about persons in ``scope`` as plain values, in one statement."""
    rows = db.session.execute(
        select(
            Fact.id,
            Fact.person_id,
            Fact.training_session_id,
            Fact.category_id,
            Fact.place_id,
            Fact.outcome,
            Fact.sex,
            Fact.age_group,
            Fact.last_day,
        ).where(Fact.person_id.is_not(None), *_within(scope, regions))
    )
    return [
        CountedFact(
            id=fact,
            person=person,
            training_session=held,
            category=codes[category],
            region=regions[place].code,
            outcome=outcome,
            sex=sex,
            age_group=age_group,
            last_day=last_day,
        )
        for fact, person, held, category, place, outcome, sex, age_group, last_day in rows
        if person is not None
    ]


def headcounts(
    scope: Scope, *, codes: Mapping[int, str], regions: Mapping[int, Region]
) -> list[CountedHeadcount]:
    """Return the facts about people counted without names in ``scope``, in one statement."""
    asked = select(Fact).where(Fact.count.is_not(None), *_within(scope, regions)).order_by(Fact.id)
    return [
        CountedHeadcount(
            id=fact.id,
            training_session=fact.training_session_id,
            category=codes[fact.category_id],
            region=regions[fact.place_id].code,
            outcome=fact.outcome,
            sex=fact.sex,
            age_group=fact.age_group,
            last_day=fact.last_day,
            count=fact.count or 0,
            at_least=fact.at_least,
        )
        for fact in db.session.scalars(asked)
    ]


def _within(scope: Scope, regions: Mapping[int, Region]) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        Fact.last_day.between(scope.window.first, scope.window.last)
    ]
    if scope.as_of is None:
        conditions.append(Fact.retracted_at.is_(None))
    else:
        conditions.append(Fact.recorded_at <= scope.as_of)
        conditions.append(Fact.retracted_at.is_(None) | (Fact.retracted_at > scope.as_of))
    if scope.regions is not None:
        places = [place for place, it in regions.items() if it.code in scope.regions]
        conditions.append(Fact.place_id.in_(places))
    return conditions


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
    span = select(func.min(Fact.last_day), func.max(Fact.last_day))
    first, last = db.session.execute(span.where(Fact.retracted_at.is_(None))).one()
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
    places = db.session.scalars(
        select(Fact.place_id).where(Fact.retracted_at.is_(None)).distinct()
    )
    regions = regions_of_places()
    return sorted({regions[it] for it in places}, key=lambda it: it.code)
