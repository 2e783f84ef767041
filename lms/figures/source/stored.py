"""Reading many sessions and their facts at once."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import exists, select
from sqlalchemy.orm import joinedload, selectinload

from lms.courses.models import CourseVersion
from lms.extensions import db
from lms.figures.models import Fact
from lms.sessions.models import Headcount, Status, TrainingSession

Key = tuple[int | None, int | None]
"""Ids of a participation and of a headcount, one of them none: what a fact is about."""
BATCH = 200
"""Sessions read at once."""


def batches(
    ids: Collection[int] | None = None, *, most: int = BATCH
) -> Iterator[Sequence[TrainingSession]]:
    """Yield the sessions that are closed or counted, in the order of their ids; or those named."""
    last = 0
    counted = exists().where(
        Fact.training_session_id == TrainingSession.id, Fact.retracted_at.is_(None)
    )
    while found := db.session.scalars(
        select(TrainingSession)
        .options(
            joinedload(TrainingSession.course_version).joinedload(CourseVersion.course),
            selectinload(TrainingSession.slots),
        )
        .where(
            TrainingSession.id > last,
            (TrainingSession.status == Status.CLOSED) | counted
            if ids is None
            else TrainingSession.id.in_(ids),
        )
        .order_by(TrainingSession.id)
        .limit(most)
    ).all():
        yield found
        last = found[-1].id


def headcounts_in(training_session_ids: Collection[int]) -> dict[int, list[Headcount]]:
    """Return the headcounts of each session."""
    found: dict[int, list[Headcount]] = defaultdict(list)
    for it in db.session.scalars(
        select(Headcount)
        .where(Headcount.training_session_id.in_(training_session_ids))
        .order_by(Headcount.id)
    ):
        found[it.training_session_id].append(it)
    return found


def live_in(training_session_ids: Collection[int]) -> Mapping[int, Mapping[Key, Fact]]:
    """Return the facts of each session that hold."""
    found: dict[int, dict[Key, Fact]] = {it: {} for it in training_session_ids}
    for it in db.session.scalars(
        select(Fact)
        .where(Fact.training_session_id.in_(training_session_ids), Fact.retracted_at.is_(None))
        .order_by(Fact.id)
    ):
        found[it.training_session_id][it.participation_id, it.headcount_id] = it
    return found
