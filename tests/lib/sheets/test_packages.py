import pytest

from lms.lib.sheets.packages import LARGEST_UNPACKED, MOST_MEMBERS, check_package
from lms.lib.sheets.sheet import Reason, UnreadableSheet
from tests.lib.sheets.files import ods, ods_row, package, xlsx

BOOK = {"xl/workbook.xml": "<workbook/>"}
FAR = '<worksheet><sheetData><row r="1"><c r="XFD1048576"/></row></sheetData></worksheet>'
REPEATED = (
    '<table:table-row table:number-rows-repeated="99999">'
    '<table:table-cell table:number-columns-repeated="99" office:value-type="float"/>'
    "</table:table-row>"
)
TO_THE_EDGE = (
    '<table:table-row table:number-rows-repeated="1048575">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


@pytest.mark.parametrize(
    "content", [xlsx(["Nom"]), ods(ods_row("Nom")), ods(ods_row("Nom") + TO_THE_EDGE)]
)
def test_an_ordinary_spreadsheet_passes(content: bytes) -> None:
    check_package(content)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (package({"a.txt": "hello"}), Reason.NOT_A_TABLE),
        (package({"word/document.xml": "<w/>"}), Reason.OTHER_FORMAT),
        (package({"xl/workbook.bin": b"\x00"}), Reason.OTHER_FORMAT),
        (package({"content.xml": "<a/>", "mimetype": "text"}), Reason.OTHER_FORMAT),
        (package(BOOK | {"xl/vbaProject.bin": b"\x00"}), Reason.MACROS),
        (package(BOOK | {"[Content_Types].xml": "macroEnabled"}), Reason.MACROS),
        (ods("", **{"Basic/script-lb.xml": "<a/>"}), Reason.MACROS),
        (ods("", **{"META-INF/manifest.xml": "<m><encryption-data/></m>"}), Reason.ENCRYPTED),
        (package(BOOK | {"xl/big.xml": bytes(LARGEST_UNPACKED)}), Reason.BOMB),
        (package(BOOK | {str(it): "" for it in range(MOST_MEMBERS)}), Reason.BOMB),
        (package(BOOK | {"xl/worksheets/sheet1.xml": FAR}), Reason.TOO_LARGE),
        (ods(REPEATED), Reason.TOO_LARGE),
        (package(BOOK | {"xl/worksheets/sheet1.xml": "<sheetData>"}), Reason.NOT_A_TABLE),
        (package({"content.xml": "<!DOCTYPE a><a/>"}), Reason.NOT_A_TABLE),
    ],
)
def test_what_is_unsafe_is_named(content: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableSheet) as caught:
        check_package(content)
    assert caught.value.reason is reason


def test_a_password_is_named() -> None:
    content = bytearray(package(BOOK))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    with pytest.raises(UnreadableSheet) as caught:
        check_package(bytes(content))
    assert caught.value.reason is Reason.ENCRYPTED


def test_drawings_that_are_no_clean_xml_do_no_harm() -> None:
    check_package(package(BOOK | {"xl/drawings/vmlDrawing1.vml": "<xml><br></xml>"}))


def test_the_declared_size_is_not_believed() -> None:
    content = bytearray(package(BOOK | {"xl/big.xml": bytes(LARGEST_UNPACKED)}))
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = (1).to_bytes(4, "little")
    with pytest.raises(UnreadableSheet):
        check_package(bytes(content))
