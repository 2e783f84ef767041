"""People counted, not named (R2)."""

from collections.abc import Sequence
from dataclasses import replace

import structlog
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from lms.accounts import audit
from lms.accounts.actors import Actor
from lms.courses.models import CourseKind
from lms.extensions import db
from lms.people.kinds import AgeGroup, Sex
from lms.people.models import Category
from lms.sessions.errors import CheckAgeOutside, NotForThisCourse, UnknownCategory
from lms.sessions.models import Headcount, TrainingSession
from lms.sessions.outcome import Outcome
from lms.sessions.rules.ages import SERVING
from lms.sessions.services._access import lock_for_writing
from lms.sessions.values import Heads

log = structlog.get_logger(__name__)

Cell = tuple[int, Sex, AgeGroup, Outcome]


def count_heads(
    *, training_session: TrainingSession, heads: Sequence[Heads], actor: Actor
) -> None:
    """Set the count of each cell given; zero takes it away, cells not given stay.

    Raises ``NotForThisCourse`` for people *trained* in a sensitization, ``CheckAgeOutside`` for
    minors among forces or armed movements (R16), ``UnknownCategory``, ``SessionOver``.
    """
    lock_for_writing(
        training_session=training_session, act="training_session.count_heads", actor=actor
    )
    _check(training_session, heads)
    stored = _stored(training_session)
    for it in heads:
        _set(training_session, stored.get(_cell(it)), it)
    _record(training_session, heads, actor)


def add_heads(
    *, training_session: TrainingSession, heads: Sequence[Heads], actor: Actor
) -> list[Headcount]:
    """Add people to cells, in the order given, and return the cell of each.

    Raises what ``count_heads`` raises.
    """
    lock_for_writing(
        training_session=training_session, act="training_session.count_heads", actor=actor
    )
    _check(training_session, heads)
    stored = _stored(training_session)
    cells = []
    for it in heads:
        found = stored.get(_cell(it))
        count = it.count + (found.count if found else 0)
        whole = replace(it, count=count, at_least=it.at_least or bool(found and found.at_least))
        _set(training_session, found, whole)
        if found is None:
            db.session.flush()  # the next of the same cell finds it
            stored = _stored(training_session)
        cells.append(stored[_cell(it)])
    _record(training_session, heads, actor)
    return cells


def _cell(it: Headcount | Heads) -> Cell:
    return (it.category_id, it.sex, it.age_group, it.outcome)


def _stored(training_session: TrainingSession) -> dict[Cell, Headcount]:
    asked = select(Headcount).where(Headcount.training_session_id == training_session.id)
    return {_cell(it): it for it in db.session.scalars(asked)}


def _record(training_session: TrainingSession, heads: Sequence[Heads], actor: Actor) -> None:
    cells = [
        [it.category_id, it.sex.value, it.age_group.value, it.outcome.value, it.count, it.at_least]
        for it in heads
    ]
    audit.record(
        "training_session:heads_counted",
        training_session.tag,
        changes={"cells": cells},
        actor=actor,
    )
    log.info(
        "training_session.heads_counted",
        id=training_session.id,
        actor_kind=actor.kind,
        actor_id=actor.id,
    )


def _set(training_session: TrainingSession, stored: Headcount | None, heads: Heads) -> None:
    if heads.count <= 0:
        if stored is not None:
            db.session.delete(stored)
        return
    if stored is None:
        stored = Headcount(
            training_session_id=training_session.id,
            category_id=heads.category_id,
            sex=heads.sex,
            age_group=heads.age_group,
            outcome=heads.outcome,
        )
        db.session.add(stored)
    stored.count, stored.at_least = heads.count, heads.at_least


def _check(training_session: TrainingSession, heads: Sequence[Heads]) -> None:
    if training_session.course_version.course.kind is CourseKind.SENSITIZATION and any(
        it.outcome is not Outcome.SENSITIZED for it in heads
    ):
        raise NotForThisCourse(training_session.tag)
    ids = {it.category_id for it in heads}
    categories = {
        it.id: it
        for it in db.session.scalars(
            select(Category).options(joinedload(Category.parent)).where(Category.id.in_(ids))
        )
    }
    if len(categories) < len(ids):
        raise UnknownCategory("category")
    for it in heads:
        category = categories[it.category_id]
        top = category.parent or category
        if it.count > 0 and it.age_group is AgeGroup.MINOR and top.code in SERVING:
            raise CheckAgeOutside(training_session.tag)
