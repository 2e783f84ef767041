"""Which kinds of files are kept, told from their bytes."""

from enum import StrEnum

from lms.errors import RuleBroken

ZIP = b"PK\x03\x04"
OPEN_DOCUMENT_MARK = b"mimetype"
MARK_AT = slice(30, 38)
"""Where the name of the first member of a zip file stands."""


class MediaType(StrEnum):
    """The kinds there are."""

    CSV = "text/csv"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"


class EmptyFile(RuleBroken):
    """A file without a byte is not kept."""


def media_type(content: bytes) -> MediaType:
    """Return the kind of a table already found readable. Raises ``EmptyFile``."""
    if not content:
        raise EmptyFile("file")
    if not content.startswith(ZIP):
        return MediaType.CSV
    return MediaType.ODS if content[MARK_AT] == OPEN_DOCUMENT_MARK else MediaType.XLSX
