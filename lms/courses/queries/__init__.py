"""Reading courses; nothing here changes a row."""

from lms.courses.queries.catalogue import Entry, catalogue, narrowed, ordered, shown_version
from lms.courses.queries.content import (
    course,
    locked,
    locked_draft,
    missing,
    module,
    offered_on,
    programmes,
    superseded_by,
    texts,
    version,
    versions,
    was_published,
)

__all__ = [
    "Entry",
    "catalogue",
    "course",
    "locked",
    "locked_draft",
    "missing",
    "module",
    "narrowed",
    "offered_on",
    "ordered",
    "programmes",
    "shown_version",
    "superseded_by",
    "texts",
    "version",
    "versions",
    "was_published",
]
