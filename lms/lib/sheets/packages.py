"""What stands between an office file and its reader: whether it is safe to unpack.

The reader lays out every cell between the first and the last in memory, so a few bytes that
name a far cell, or repeat one a billion times, would exhaust the machine.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from lzma import LZMAError
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile, ZipInfo

from lms.lib.sheets.extents import measure
from lms.lib.sheets.sheet import MOST_CELLS, Reason, UnreadableSheet

LARGEST_UNPACKED = 32 * 2**20
MOST_MEMBERS = 2_000
CHUNK = 2**16
BROKEN = (
    BadZipFile,
    zlib.error,
    LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,  # a method of compression that nobody uses
)
ENCRYPTED_FLAG = 0x1

MACRO_MEMBERS = re.compile(r"xl/vbaProject\.bin|Basic/|Scripts/", re.IGNORECASE)
MACRO_TYPES = b"macroEnabled"
SHEETS = ("xl/workbook.xml", "content.xml")
OTHER_OFFICE = re.compile(r"xl/workbook\.bin|word/|ppt/")
MANIFEST = "META-INF/manifest.xml"
SPREADSHEET_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def check_package(content: bytes) -> None:
    """Raise ``UnreadableSheet`` unless the bytes are a spreadsheet that is safe to unpack."""
    try:
        with ZipFile(BytesIO(content)) as package:
            members = package.infolist()
            _check_names(members)
            _check_members(package, members)
    except BROKEN as error:
        raise UnreadableSheet(Reason.NOT_A_TABLE) from error
    except RuntimeError as error:  # what zipfile raises where a password is wanted
        raise UnreadableSheet(Reason.ENCRYPTED) from error


def _check_names(members: list[ZipInfo]) -> None:
    names = [member.filename for member in members]
    if any(member.flag_bits & ENCRYPTED_FLAG for member in members):
        raise UnreadableSheet(Reason.ENCRYPTED)
    if len(members) > MOST_MEMBERS:
        raise UnreadableSheet(Reason.BOMB)
    if any(MACRO_MEMBERS.match(name) for name in names):
        raise UnreadableSheet(Reason.MACROS)
    if not set(SHEETS).intersection(names):
        other = any(OTHER_OFFICE.match(name) for name in names)
        raise UnreadableSheet(Reason.OTHER_FORMAT if other else Reason.NOT_A_TABLE)


def _check_members(package: ZipFile, members: list[ZipInfo]) -> None:
    for name, member in _unpacked(package, members):
        if name == MANIFEST and b"encryption-data" in member:
            raise UnreadableSheet(Reason.ENCRYPTED)
        if name == "[Content_Types].xml" and MACRO_TYPES in member:
            raise UnreadableSheet(Reason.MACROS)
        if name == "mimetype" and not member.startswith(SPREADSHEET_TYPE):
            raise UnreadableSheet(Reason.OTHER_FORMAT)
        if _cells(name, member) > MOST_CELLS:
            raise UnreadableSheet(Reason.TOO_LARGE)


def _unpacked(package: ZipFile, members: list[ZipInfo]) -> Iterator[tuple[str, bytes]]:
    """Yield each member's name and bytes, stopping at what no list needs.

    The sizes a package declares are not believed.
    """
    left = LARGEST_UNPACKED
    for member in members:
        chunks = []
        with package.open(member) as stream:
            while chunk := stream.read(CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise UnreadableSheet(Reason.BOMB)
                chunks.append(chunk)
        yield member.filename, b"".join(chunks)


def _cells(name: str, member: bytes) -> int:
    """Return how many cells a member would fill; pictures and the like fill none."""
    try:
        return measure(member)
    except (ExpatError, ValueError, LookupError) as error:
        if name in SHEETS or b"sheetData" in member:
            raise UnreadableSheet(Reason.NOT_A_TABLE) from error
        return 0
