"""Reading lists and what would become of their rows; nothing here changes a row."""

from lms.lists.queries.counting import CountPreview, examine_counts, preview_counts
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
from lms.lists.queries.remembering import proposed, remembered

__all__ = [
    "PAGE_SIZE",
    "CountPreview",
    "ListsPage",
    "Preview",
    "examine",
    "examine_counts",
    "get",
    "get_preview",
    "mapping_of",
    "page_of_lists",
    "preview",
    "preview_counts",
    "proposed",
    "refused_rows",
    "remembered",
    "same_file",
    "session_by_code",
    "session_to_write",
    "sheet_of",
    "slots_of",
    "terms",
    "terms_on",
]
