"""A table read from a file somebody hands in, whatever it turns out to hold."""

from lms.lib.sheets.delimited import read_delimited
from lms.lib.sheets.old_workbooks import check_old_workbook
from lms.lib.sheets.packages import check_package
from lms.lib.sheets.sheet import Reason, Sheet, UnreadableSheet
from lms.lib.sheets.workbooks import read_workbook

LARGEST_FILE = 10 * 2**20  # bytes; a list of a thousand people takes a hundredth

# The first bytes of what people send in place of a table.
IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
PACKAGE = b"PK\x03\x04"
EMPTY_PACKAGE = b"PK\x05\x06"
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
OTHER_DOCUMENTS = (b"%PDF", b"{\\rtf")


def read_sheet(content: bytes) -> Sheet:
    """Return the first sheet of a CSV, XLSX, XLS or ODS file that holds anything.

    The kind is told from the bytes, never from a name. Raises ``UnreadableSheet``, and nothing
    else, when the bytes are no table.
    """
    if len(content) > LARGEST_FILE:
        raise UnreadableSheet(Reason.TOO_LARGE)
    if not content.strip():
        raise UnreadableSheet(Reason.EMPTY)
    if content.startswith(IMAGES) or content[4:12] in {b"ftypheic", b"ftypmif1"}:
        raise UnreadableSheet(Reason.IMAGE)
    if content.startswith(OTHER_DOCUMENTS):
        raise UnreadableSheet(Reason.OTHER_FORMAT)
    if content.startswith(EMPTY_PACKAGE):
        raise UnreadableSheet(Reason.EMPTY)
    if content.startswith(OLD_OFFICE):
        check_old_workbook(content)
        return read_workbook(content)
    if content.startswith(PACKAGE):
        check_package(content)
        return read_workbook(content)
    return read_delimited(content)
