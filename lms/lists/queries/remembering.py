"""How lists with the same headings were read before."""

from sqlalchemy import select

from lms.extensions import db
from lms.lib.sheets.sheet import Sheet
from lms.lists.models import RememberedMapping
from lms.lists.reading.header import find_header
from lms.lists.reading.mapping import Mapping


def proposed(sheet: Sheet, slots: int) -> Mapping:
    """Return how to read a list for a session of that many slots.

    As somebody said of the last list with these headings, else as they and the cells suggest.
    Raises ``NotAList``.
    """
    mapping = Mapping.proposed(find_header(sheet), slots)
    before = remembered(mapping.shape) if mapping.shape else None
    return mapping.like(Mapping.from_json(before.mapping)) if before else mapping


def remembered(shape: str) -> RememberedMapping | None:
    """Return what is remembered of lists of that shape."""
    return db.session.scalar(select(RememberedMapping).where(RememberedMapping.shape == shape))
