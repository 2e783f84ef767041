"""Keeping what somebody said of the columns of a list, for the next with the same headings."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError

from lms.extensions import db
from lms.lists import queries
from lms.lists.models import ImportedList, RememberedMapping


def remember(*, imported_list: ImportedList, now: datetime) -> None:
    """Keep how the list is read under the shape of its headings; without any, nothing is kept."""
    mapping = queries.mapping_of(imported_list)
    if mapping.shape is None:
        return
    stored = queries.remembered(mapping.shape)
    if stored is None:
        stored = RememberedMapping(shape=mapping.shape)
        _fill(stored, imported_list, now)
        try:
            with db.session.begin_nested():
                db.session.add(stored)
        except IntegrityError:  # somebody else was quicker: theirs is of the same headings
            return
    _fill(stored, imported_list, now)


def _fill(stored: RememberedMapping, imported_list: ImportedList, now: datetime) -> None:
    stored.mapping = queries.mapping_of(imported_list).without_headings().to_json()
    stored.category_id = imported_list.category_id or imported_list.category.id
    stored.used_at = now
