"""Open doubts by batch, and where one stands among the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from lms.accounts.actors import Actor
from lms.errors import NotFound
from lms.extensions import db
from lms.lists.models import ImportedList, ImportedRow
from lms.people.kinds import DoubtKind, Verdict
from lms.people.models import Category, Person, Suggestion
from lms.people.queries import protection
from lms.sessions.models import Participation
from lms.web.register import guard
from lms.web.register.queries import rows
from lms.web.register.queries.rows import Source

PAGE_SIZE = 20
ONE, OTHER = aliased(Person), aliased(Person)
ORDER = (Suggestion.likelihood.desc(), Suggestion.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which doubts are gone through: those of one kind, of one list, or all."""

    kind: DoubtKind | None = None
    list_id: int | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """How many doubts of a kind wait."""

    kind: DoubtKind
    count: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt, and the row it came with."""

    suggestion: Suggestion
    source: Source | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """One page of the doubts asked for, likeliest first; the batches count all of the list."""

    batches: Sequence[Batch]
    doubts: Sequence[Doubt]
    total: int
    page: int
    pages: int


def waiting(*, today: date, actor: Actor) -> int:
    """Return how many doubts wait for whoever may decide; none for anybody else."""
    query = _open(Wanted(), today, actor)
    return db.session.scalar(select(func.count()).select_from(query.subquery())) or 0


def queue(*, wanted: Wanted, page: int, today: date, actor: Actor) -> Queue:
    """Return a page of open doubts; unit heads, and administrators but for protected records."""
    guard.require_reader(actor)
    batches = _batches(Wanted(list_id=wanted.list_id), today, actor)
    total = sum(it.count for it in batches if wanted.kind in {None, it.kind})
    pages = max(-(-total // PAGE_SIZE), 1)
    page = min(max(page, 1), pages)
    found = db.session.scalars(
        _with_persons(_open(wanted, today, actor))
        .order_by(*ORDER)
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
    ).all()
    sources = rows.of_persons([it.person_id for it in found])
    doubts = [Doubt(it, sources.get(it.person_id)) for it in found]
    return Queue(batches=batches, doubts=doubts, total=total, page=page, pages=pages)


def get(suggestion_id: int, *, today: date, actor: Actor) -> Doubt:
    """Return a doubt, decided or not. Raises ``NotFound``, ``NotAllowed``."""
    guard.require_reader(actor)
    found = db.session.get(
        Suggestion,
        suggestion_id,
        options=[
            joinedload(it).joinedload(Person.category).joinedload(Category.parent)
            for it in (Suggestion.person, Suggestion.candidate)
        ],
    )
    if found is None:
        raise NotFound(f"suggestion:{suggestion_id}")
    guard.require_seen((found.person, found.candidate), today, actor)
    return Doubt(found, rows.of_persons([found.person_id]).get(found.person_id))


def others(suggestion: Suggestion, *, today: date, actor: Actor) -> Sequence[Suggestion]:
    """Return the other open doubts about the same person, likeliest first."""
    return db.session.scalars(
        _with_persons(_open(Wanted(), today, actor))
        .where(Suggestion.person_id == suggestion.person_id, Suggestion.id != suggestion.id)
        .order_by(*ORDER)
    ).all()


def after(suggestion: Suggestion, *, wanted: Wanted, today: date, actor: Actor) -> int | None:
    """Return the doubt that follows this one in its batch; none at the end."""
    query = _open(wanted, today, actor).where(_later(suggestion)).order_by(*ORDER).limit(1)
    found = db.session.scalar(query)
    return found.id if found else None


def place(suggestion: Suggestion, *, wanted: Wanted, today: date, actor: Actor) -> tuple[int, int]:
    """Return which of how many open doubts of its batch this is, counted from 1."""
    query = _open(wanted, today, actor)
    rest = query.where(_later(suggestion))
    total, later = (
        db.session.scalar(select(func.count()).select_from(it.subquery())) or 0
        for it in (query, rest)
    )
    return total - later, total


def lists(*, today: date, actor: Actor) -> Sequence[ImportedList]:
    """Return the lists whose rows wait for a decision, latest first."""
    waiting_persons = _open(Wanted(), today, actor).with_only_columns(Suggestion.person_id)
    ids = (
        select(ImportedRow.imported_list_id)
        .join(Participation, ImportedRow.participation_id == Participation.id)
        .where(Participation.person_id.in_(waiting_persons))
    )
    return db.session.scalars(
        select(ImportedList)
        .where(ImportedList.id.in_(ids))
        .options(joinedload(ImportedList.training_session))
        .order_by(ImportedList.id.desc())
    ).all()


def _batches(wanted: Wanted, today: date, actor: Actor) -> list[Batch]:
    rows = db.session.execute(
        _open(wanted, today, actor)
        .with_only_columns(Suggestion.kind, func.count(Suggestion.id))
        .group_by(Suggestion.kind)
    )
    counts = {kind: count for kind, count in rows}  # noqa: C416 - rows are no pairs to mypy
    return [Batch(kind, counts[kind]) for kind in DoubtKind if kind in counts]


def _open(wanted: Wanted, today: date, actor: Actor) -> Select[Suggestion]:
    query: Select[Any] = (
        select(Suggestion)
        .join(ONE, Suggestion.person_id == ONE.id)
        .join(OTHER, Suggestion.candidate_id == OTHER.id)
        .where(Suggestion.verdict == Verdict.OPEN)
    )
    if not guard.sees_protected(actor):
        hidden = protection.guard(today)
        query = query.where(~hidden.condition(ONE), ~hidden.condition(OTHER))
    if wanted.kind is not None:
        query = query.where(Suggestion.kind == wanted.kind)
    if wanted.list_id is not None:
        query = query.where(Suggestion.person_id.in_(_persons_of(wanted.list_id)))
    return query


def _persons_of(list_id: int) -> Select[int]:
    return (
        select(Participation.person_id)
        .join(ImportedRow, ImportedRow.participation_id == Participation.id)
        .where(ImportedRow.imported_list_id == list_id)
    )


def _with_persons(query: Select[Suggestion]) -> Select[Suggestion]:
    return query.options(
        contains_eager(Suggestion.person.of_type(ONE))
        .joinedload(ONE.category)
        .joinedload(Category.parent),
        contains_eager(Suggestion.candidate.of_type(OTHER))
        .joinedload(OTHER.category)
        .joinedload(Category.parent),
    )


def _later(suggestion: Suggestion) -> ColumnElement[bool]:
    likelihood = suggestion.likelihood
    return or_(
        Suggestion.likelihood < likelihood,
        and_(Suggestion.likelihood == likelihood, Suggestion.id > suggestion.id),
    )
