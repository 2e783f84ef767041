"""Reading lists and what would become of their rows; nothing here changes a row."""

from lms.lists.queries.counting import CountPreview, examine_counts, preview_counts
from lms.lists.queries.lists import (
    PAGE_SIZE,
    ListsPage,
    counted_rows,
    get,
    get_preview,
    get_recorded,
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
from lms.lists.queries.undoing import (
    Undoing,
    holds,
    registered,
    rows_of_others,
    rows_with_evidence,
    undoing,
)
from lms.lists.queries.unnamed import Unnamed, unnamed

__all__ = [
    "PAGE_SIZE",
    "CountPreview",
    "ListsPage",
    "Preview",
    "Undoing",
    "Unnamed",
    "counted_rows",
    "examine",
    "examine_counts",
    "get",
    "get_preview",
    "get_recorded",
    "holds",
    "mapping_of",
    "page_of_lists",
    "preview",
    "preview_counts",
    "proposed",
    "refused_rows",
    "registered",
    "remembered",
    "rows_of_others",
    "rows_with_evidence",
    "same_file",
    "session_by_code",
    "session_to_write",
    "sheet_of",
    "slots_of",
    "terms",
    "terms_on",
    "undoing",
    "unnamed",
]
