"""Office files made by hand, so that a test can put anything into them."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns"
TEXT_CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def package(members: Mapping[str, str | bytes]) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return content.getvalue()


def ods(rows: str, **others: str) -> bytes:
    """Return a sheet of the given rows, written as XML."""
    spaces = " ".join(
        f'xmlns:{it}="{OPEN_DOCUMENT}:{it}:1.0"' for it in ("office", "table", "text")
    )
    body = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Liste">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<m:manifest xmlns:m="{OPEN_DOCUMENT}:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    members = {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": body}
    return package(members | others)


def ods_row(*cells: str) -> str:
    return f"<table:table-row>{''.join(map(TEXT_CELL.format, cells))}</table:table-row>"


def workbook() -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return book, sheet


def saved(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def xlsx(*rows: Sequence[object]) -> bytes:
    book, sheet = workbook()
    for row in rows:
        sheet.append(row)
    return saved(book)
