"""Reading targets and strengths: those that hold, or held on a past day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Select, or_, select, text
from sqlalchemy.orm import joinedload

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.db import WITH_WITHDRAWN
from lms.errors import NotFound
from lms.extensions import db
from lms.figures.counting.periods import Window
from lms.figures.targets.models import Entry, Strength, Target
from lms.figures.targets.values import WHOLE_COUNTRY, Kind
from lms.people.models import Category
from lms.people.names import plain
from lms.people.rules import NAMELESS

PAGE = 50
Model = TypeVar("Model", Target, Strength)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of what holds; ``found`` counts all that match, ``total`` all there are."""

    entries: Sequence[Entry]
    found: int
    total: int
    page: int
    pages: int


def kind_of(name: str) -> Kind:
    """Return the list an address names. Raises ``NotFound``."""
    if name not in set(Kind):
        raise NotFound(f"kind:{name}")
    return Kind(name)


def get(kind: Kind, entry_id: int, actor: Actor) -> Entry:
    """Return an entry that holds, in the regions of ``actor``. Raises ``NotFound``."""
    _may_read(actor)
    found = next((it for it in standing(kind) if it.id == entry_id), None)
    if found is None or not _visible(found, actor):
        raise NotFound(f"{kind}:{entry_id}")
    return found


def standing(kind: Kind) -> Sequence[Entry]:
    """Return all that holds, in the order of its days."""
    if kind is Kind.TARGETS:
        return db.session.scalars(_of(Target)).all()
    return db.session.scalars(_of(Strength)).all()


def listed(kind: Kind, *, words: str, page: int, actor: Actor) -> Page:
    """Return what holds in the regions of ``actor`` and has each of the words in it.

    It is tens or hundreds of lines, so all are read and narrowed here, accents and case apart.
    """
    _may_read(actor)
    visible = [it for it in standing(kind) if _visible(it, actor)]
    wanted = plain(words).split()
    found = [it for it in visible if all(word in _said(it) for word in wanted)]
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(1, page), pages)
    return Page(
        entries=found[(page - 1) * PAGE : page * PAGE],
        found=len(found),
        total=len(visible),
        page=page,
        pages=pages,
    )


def targets(
    window: Window, regions: frozenset[str] | None, as_of: datetime | None
) -> Sequence[Target]:
    """Return the targets whose days touch the window; of some regions, those of them alone."""
    return db.session.scalars(_within(Target, window, regions, as_of)).all()


def strengths(
    window: Window, regions: frozenset[str] | None, as_of: datetime | None
) -> Sequence[Strength]:
    """Return the rotations whose days touch the window; of some regions, those stationed there."""
    return db.session.scalars(_within(Strength, window, regions, as_of)).all()


def of_units(categories: Sequence[Category]) -> list[Category]:
    """Return the categories whose people may be set out by unit: no minors, no movements."""
    tops = {it.id: it.code for it in categories if it.parent_id is None}
    return [
        it for it in categories if not it.minors and tops.get(it.parent_id or it.id) != NAMELESS
    ]


def hold() -> None:
    """Let nobody else enter anything until we commit: two could each be right alone.

    SQLite lets in one writer at a time anyhow.
    """
    if db.engine.dialect.name == "postgresql":
        db.session.execute(text("LOCK TABLE target, strength IN SHARE ROW EXCLUSIVE MODE"))


def _may_read(actor: Actor) -> None:
    require(actor, "target.read", Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True)


def _visible(entry: Entry, actor: Actor) -> bool:
    """Tell whether ``actor`` sees an entry: trainers see those of their own regions."""
    return actor.role is not Role.TRAINER or entry.region in actor.regions - {WHOLE_COUNTRY}


def _said(entry: Entry) -> str:
    """Return the words of an entry that a search looks into, both languages."""
    named = [entry.category.label_fr, entry.category.label_en] if entry.category else []
    if isinstance(entry, Strength):
        named += [entry.unit, entry.rotation]
    return plain(" ".join([*named, entry.source, str(entry.period_start), str(entry.period_end)]))


def _of(model: type[Model]) -> Select[Model]:
    return (
        select(model)
        .options(joinedload(model.category))
        .order_by(model.period_start, model.period_end, model.id)
    )


def _within(
    model: type[Model], window: Window, regions: frozenset[str] | None, as_of: datetime | None
) -> Select[Model]:
    found = _of(model).where(model.period_start <= window.last, model.period_end >= window.first)
    if regions is not None:
        found = found.where(model.region.in_(regions), model.region != WHOLE_COUNTRY)
    if as_of is None:
        return found
    later = or_(model.withdrawn_at.is_(None), model.withdrawn_at > as_of)
    return found.where(model.recorded_at <= as_of, later).execution_options(**WITH_WITHDRAWN)
