"""Issuing certificates, taking one along, and asking whether it holds."""

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from tests import paper
from tests.browser.visitor import Visitor


def issue(trainer: Visitor, session: str, number: int) -> None:
    """Issue every certificate of a closed session."""
    trainer.open(f"{session}/certificates")
    said = ("Issue %(num)s certificate", "Issue %(num)s certificates")
    trainer.press_words(trainer.words.count(*said, number))
    told = ("%(num)s certificate is issued.", "%(num)s certificates are issued.")
    trainer.sees(trainer.words.count(*told, number))


def take_along(reader: Visitor, session: str, name: str, file: Path) -> None:
    """Write the certificate of one person to a file."""
    reader.open(f"{session}/certificates")
    row = reader.page.get_by_role("row").filter(has_text=name)
    href = row.get_by_role("link", name="PDF").get_attribute("href")
    assert href
    file.write_bytes(reader.download(href))


def text_of(file: Path) -> str:
    """Return what stands on the paper, with plain spaces."""
    pages = PdfReader(BytesIO(file.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def address_on(file: Path) -> str:
    """Return what a phone reads off the paper."""
    return paper.barcodes(file)[0]
