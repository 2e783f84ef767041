"""What saying that two records are one person would do to the totals."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.extensions import db
from lms.figures import queries
from lms.figures.models import Fact
from lms.people.models import Category
from lms.people.queries import identity
from lms.sessions.outcome import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectLine:
    """One total of persons trained over all time; ``category`` is None for the whole."""

    category: Category | None
    before: int
    after: int


def effect(one_id: int, other_id: int, actor: Actor) -> list[EffectLine]:
    """Return the totals of persons trained that change if the two were one; the whole first.

    Marks united may make somebody trained who was not (R14); that is seen once it is done.
    """
    require(actor, "person.decide", Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True)
    roots = identity.roots([one_id, other_id])
    trained = _trained_in(roots.values())
    one, other = trained[roots[one_id]], trained[roots[other_id]]
    if roots[one_id] == roots[other_id] or not one or not other:
        return []
    lines = [_line(None, 1)]
    tops = {it.id: it for it in queries.categories()}
    return lines + [_line(tops[it], 1) for it in sorted(one & other)]


def _line(category: Category | None, fewer: int) -> EffectLine:
    before = _count(category)
    return EffectLine(category=category, before=before, after=before - fewer)


def _trained_in(person_ids: Iterable[int]) -> Mapping[int, set[int]]:
    """Return the top categories in which each person was trained."""
    found: dict[int, set[int]] = defaultdict(set)
    for person, category, parent in db.session.execute(
        select(Fact.person_id, Category.id, Category.parent_id)
        .join(Fact.category)
        .where(
            Fact.person_id.in_(set(person_ids)),
            Fact.outcome == Outcome.TRAINED,
            Fact.retracted_at.is_(None),
        )
    ):
        found[person or 0].add(parent or category)
    return found


def _count(category: Category | None) -> int:
    query = select(func.count(Fact.person_id.distinct())).where(
        Fact.outcome == Outcome.TRAINED, Fact.retracted_at.is_(None)
    )
    if category is not None:
        within = select(Category.id).where(
            (Category.id == category.id) | (Category.parent_id == category.id)
        )
        query = query.where(Fact.category_id.in_(within))
    return db.session.scalar(query) or 0
