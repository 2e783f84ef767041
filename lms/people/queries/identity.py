"""Which records are one person: pointers of merges followed to their end."""

from collections.abc import Iterable

from sqlalchemy import select

from lms.extensions import db
from lms.people.models import Person


def roots(ids: Iterable[int]) -> dict[int, int]:
    """Return, for each number, that of the record that stands for the person."""
    merged = db.session.execute(
        select(Person.id, Person.merged_into_id).where(Person.merged_into_id.is_not(None))
    )
    pointers = {it.id: it.merged_into_id for it in merged}
    return {it: _end(it, pointers) for it in ids}


def _end(person_id: int, pointers: dict[int, int | None]) -> int:
    while (survivor := pointers.get(person_id)) is not None:
        person_id = survivor
    return person_id
