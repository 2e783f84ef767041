"""Which records are one person: pointers of merges followed to their end, and what is open."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import joinedload

from lms.errors import NotFound
from lms.extensions import db
from lms.lib.portions import portions
from lms.people.kinds import Verdict
from lms.people.models import Distinction, Merge, Person, Suggestion

MOST_NUMBERS = 500  # in one statement; databases limit the parameters of one
Pair = tuple[int, int]


def pointers() -> dict[int, int]:
    """Return the survivor of every merged record."""
    merged = db.session.execute(
        select(Person.id, Person.merged_into_id).where(Person.merged_into_id.is_not(None))
    )
    return {it.id: it.merged_into_id for it in merged}


def roots(ids: Iterable[int]) -> dict[int, int]:
    """Return, for each number, that of the record that stands for the person."""
    known = pointers()
    return {it: end_of(it, known) for it in ids}


def cluster_ids(*person_ids: int) -> set[int]:
    """Return the numbers of all records that are the same persons, with their own."""
    known = pointers()
    ends = {end_of(it, known) for it in person_ids}
    return {*ends, *(it for it in known if end_of(it, known) in ends)}


def cluster(person_id: int) -> list[Person]:
    """Return all records of one person, the one that stands for them first."""
    root = roots([person_id])[person_id]
    found = db.session.scalars(
        select(Person)
        .options(joinedload(Person.category))
        .where(Person.id.in_(cluster_ids(person_id)))
        .order_by(Person.id)
    )
    return sorted(found, key=lambda it: it.id != root)


def merge(merge_id: int) -> Merge:
    """Return a merge. Raises ``NotFound``."""
    found = db.session.get(Merge, merge_id)
    if found is None:
        raise NotFound(f"merge:{merge_id}")
    return found


def standing_merge(merged_id: int) -> Merge | None:
    """Return the merge by which a record points to another, if it does."""
    return db.session.scalar(
        select(Merge).where(Merge.merged_id == merged_id, Merge.undone_at.is_(None))
    )


def merge_of(decided: Suggestion) -> Merge | None:
    """Return the merge that answered a suggestion, while it stands.

    It joined whoever stood for the person then, and was made at the instant of the decision.
    """
    reached, beyond = set[int](), {decided.person_id}
    while beyond:
        reached |= beyond
        followed = select(Merge.survivor_id).where(
            Merge.merged_id.in_(beyond), Merge.made_at <= decided.decided_at
        )
        beyond = set(db.session.scalars(followed)) - reached
    return db.session.scalar(
        select(Merge)
        .where(
            Merge.merged_id.in_(reached),
            Merge.made_at == decided.decided_at,
            Merge.undone_at.is_(None),
        )
        .order_by(Merge.id)
        .limit(1)
    )


def merges_of(person_id: int) -> Sequence[Merge]:
    """Return the merges, undone ones too, in which a record of the person had part."""
    ids = cluster_ids(person_id)
    return db.session.scalars(
        select(Merge)
        .options(joinedload(Merge.merged), joinedload(Merge.survivor))
        .where(or_(Merge.merged_id.in_(ids), Merge.survivor_id.in_(ids)))
        .order_by(Merge.id.desc())
    ).all()


def settled(person_ids: Collection[int]) -> dict[int, dict[int, str]]:
    """Return which mark holds in a slot where records of one person had contrary ones.

    By the number of the person, then by that of the slot; the latest merge has the last word.
    """
    rows = db.session.execute(
        select(Merge.survivor_id, Merge.settled)
        .where(Merge.undone_at.is_(None))
        .order_by(Merge.made_at, Merge.id)
    )
    known = pointers()
    wanted = set(person_ids)
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for it in rows:
        root = end_of(it.survivor_id, known)
        if root in wanted:
            found[root] |= {int(slot): str(state) for slot, state in it.settled.items()}
    return dict(found)


def distinct_pairs(ids: Collection[int]) -> set[Pair]:
    """Return which of the records somebody said are not one person, lower numbers first."""
    rows = db.session.execute(
        select(Distinction.one_id, Distinction.other_id).where(
            Distinction.one_id.in_(ids), Distinction.other_id.in_(ids)
        )
    )
    return {(it.one_id, it.other_id) for it in rows}


def kept_apart(one_id: int, other_id: int) -> bool:
    """Tell whether any record of one person was told apart from any of the other."""
    one, other = cluster_ids(one_id), cluster_ids(other_id)
    between = or_(
        and_(Distinction.one_id.in_(one), Distinction.other_id.in_(other)),
        and_(Distinction.one_id.in_(other), Distinction.other_id.in_(one)),
    )
    return db.session.scalar(select(Distinction.id).where(between).limit(1)) is not None


def suggestion(suggestion_id: int) -> Suggestion:
    """Return a suggestion with both records. Raises ``NotFound``."""
    found = db.session.get(
        Suggestion,
        suggestion_id,
        options=[joinedload(Suggestion.person), joinedload(Suggestion.candidate)],
    )
    if found is None:
        raise NotFound(f"suggestion:{suggestion_id}")
    return found


def suggestions_of(person_ids: Collection[int]) -> dict[Pair, Suggestion]:
    """Return what was ever asked of the persons, by their number and that of the candidate."""
    found: dict[Pair, Suggestion] = {}
    for some in portions(sorted(person_ids), MOST_NUMBERS):
        rows = db.session.scalars(select(Suggestion).where(Suggestion.person_id.in_(some)))
        found |= {(it.person_id, it.candidate_id): it for it in rows}
    return found


def open_pairs() -> list[Pair]:
    """Return the persons that may be one, by the records that stand for them, each pair once."""
    rows = db.session.execute(
        select(Suggestion.person_id, Suggestion.candidate_id)
        .where(Suggestion.verdict == Verdict.OPEN)
        .order_by(Suggestion.id)
    )
    known = pointers()
    pairs = ((end_of(it.person_id, known), end_of(it.candidate_id, known)) for it in rows)
    return list(dict.fromkeys(pair for pair in pairs if pair[0] != pair[1]))


def end_of(person_id: int, known: Mapping[int, int]) -> int:
    """Return the record at the end of a chain of pointers."""
    while person_id in known:
        person_id = known[person_id]
    return person_id
