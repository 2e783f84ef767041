"""Reading reports and what they rest on."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import ColumnElement, func, or_, select, text
from sqlalchemy.orm import joinedload

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.errors import NotFound
from lms.extensions import db
from lms.figures import queries
from lms.figures.counting.questions import Scope
from lms.figures.models import Fact
from lms.figures.queries import Region
from lms.figures.reports.models import Report, ReportState
from lms.figures.reports.rules import Runs
from lms.lib.portions import portions
from lms.sessions.models import Status, TrainingSession

MOST_RUNS = 200  # in one statement; databases limit the parameters of one


def get(code: str, actor: Actor) -> Report:
    """Return the report with that code. Raises ``NotFound``."""
    require(actor, "report.read", Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True)
    found = db.session.scalar(select(Report).where(Report.code == code))
    if found is None:
        raise NotFound(f"report:{code}")
    return found


def listed(actor: Actor) -> Sequence[Report]:
    """Return every report, newest first."""
    require(actor, "report.read", Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True)
    return db.session.scalars(
        select(Report).options(joinedload(Report.prepared_by)).order_by(Report.id.desc())
    ).all()


def successor(report: Report) -> Report | None:
    """Return the report that corrects this one, prepared or published."""
    return db.session.scalar(select(Report).where(Report.succeeds_id == report.id))


def hold_ledger() -> None:
    """Let nobody write in the ledger until we commit, and wait for who is writing.

    SQLite lets in one writer at a time anyhow.
    """
    if db.engine.dialect.name == "postgresql":
        db.session.execute(text("LOCK TABLE fact IN SHARE MODE"))


def hold_codes() -> None:
    """Let nobody else give a code until we commit."""
    if db.engine.dialect.name == "postgresql":
        db.session.execute(text("LOCK TABLE report IN SHARE ROW EXCLUSIVE MODE"))


def codes_of(year: int) -> Sequence[str]:
    """Return the codes given in a year."""
    return db.session.scalars(select(Report.code).where(Report.code.like(f"R-{year:04}-%"))).all()


def last_published() -> Report | None:
    """Return the report published last, whatever its window."""
    return db.session.scalar(
        select(Report)
        .where(Report.state != ReportState.PREPARED)
        .order_by(Report.published_at.desc(), Report.id.desc())
        .limit(1)
    )


def last_fact_id() -> int:
    """Return the number of the newest fact."""
    return db.session.scalar(select(func.max(Fact.id))) or 0


def not_closed(scope: Scope, regions: Mapping[int, Region]) -> Sequence[TrainingSession]:
    """Return the sessions that ended in the window and are neither closed nor cancelled."""
    places = [
        place for place, it in regions.items() if scope.regions is None or it.code in scope.regions
    ]
    return db.session.scalars(
        select(TrainingSession)
        .where(
            TrainingSession.last_day.between(scope.window.first, scope.window.last),
            TrainingSession.status.in_([Status.OPEN, Status.HELD]),
            TrainingSession.place_id.in_(places),
        )
        .order_by(TrainingSession.last_day, TrainingSession.id)
    ).all()


def facts_in(runs: Runs) -> list[Fact]:
    """Return the facts with the numbers in ``runs``, retracted ones too."""
    found: list[Fact] = []
    for some in portions(runs, MOST_RUNS):
        these = or_(*(Fact.id.between(first, first + length - 1) for first, length in some))
        found += db.session.scalars(select(Fact).where(these).order_by(Fact.id))
    return found


def changed(scope: Scope, regions: Mapping[int, Region], last_fact_id: int) -> list[Fact]:
    """Return the facts of a scope that came after a fact, and the older ones now retracted."""
    later = or_(Fact.id > last_fact_id, Fact.retracted_at.is_not(None))
    return [*db.session.scalars(select(Fact).where(later, *_within(scope, regions)))]


def of_persons(
    scope: Scope, regions: Mapping[int, Region], persons: Collection[int]
) -> list[Fact]:
    """Return every fact of a scope about these persons, retracted ones too."""
    found: list[Fact] = []
    for some in portions(sorted(persons), MOST_RUNS):
        those = Fact.person_id.in_(some)
        found += db.session.scalars(select(Fact).where(those, *_within(scope, regions)))
    return found


def _within(scope: Scope, regions: Mapping[int, Region]) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        Fact.last_day.between(scope.window.first, scope.window.last)
    ]
    if scope.regions is not None:
        places = [place for place, it in regions.items() if it.code in scope.regions]
        conditions.append(Fact.place_id.in_(places))
    return conditions


def category_codes() -> dict[int, str]:
    """Return the code of each category by its number."""
    return {it.id: it.code for it in queries.categories()}


def regions() -> dict[int, Region]:
    """Return the region in which each place lies."""
    return queries.regions_of_places()


def references(training_session_ids: Collection[int]) -> dict[int, str]:
    """Return what training sessions are called, by number."""
    rows = db.session.execute(
        select(TrainingSession.id, TrainingSession.reference).where(
            TrainingSession.id.in_(training_session_ids)
        )
    )
    return {it.id: it.reference for it in rows}
