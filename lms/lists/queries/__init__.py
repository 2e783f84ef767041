"""Reading lists and what would become of their rows; nothing here changes a row."""

from lms.lists.queries.lists import (
    PAGE_SIZE,
    ListsPage,
    get,
    get_preview,
    page_of_lists,
    refused_rows,
    same_file,
    session_by_code,
    session_to_write,
)
from lms.lists.queries.previews import (
    Preview,
    examine,
    mapping_of,
    preview,
    sheet_of,
    slots_of,
    terms,
    terms_on,
)
from lms.lists.queries.undoing import Undoing, holds, rows_of_others, undoing

__all__ = [
    "PAGE_SIZE",
    "ListsPage",
    "Preview",
    "Undoing",
    "examine",
    "get",
    "get_preview",
    "holds",
    "mapping_of",
    "page_of_lists",
    "preview",
    "refused_rows",
    "rows_of_others",
    "same_file",
    "session_by_code",
    "session_to_write",
    "sheet_of",
    "slots_of",
    "terms",
    "terms_on",
    "undoing",
]
