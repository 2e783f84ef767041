"""Looking at a PDF as its reader does: the text, the typefaces, the page as a picture."""

import subprocess
from pathlib import Path

import zxingcpp
from PIL import Image

from tests.tools_needed import needs


def run_program(name: str, *arguments: str | Path) -> str:
    """Return what a program of the system prints; ``needs`` says what happens without it."""
    command = [needs(name), *arguments]
    # Found by its name, and every argument is written in a test.
    done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603
    return done.stdout


def printed_text(pdf: Path) -> str:
    """Return the words of all pages, laid out as on paper, with plain spaces."""
    return run_program("pdftotext", "-layout", pdf, "-").replace("\u00a0", " ")


def barcodes(pdf: Path) -> list[str]:
    """Return what a phone reads off the pages, printed and looked at in 150 dots an inch."""
    run_program("pdftoppm", "-png", "-r", "150", pdf, pdf.with_suffix(""))
    texts = []
    for picture in sorted(pdf.parent.glob(f"{pdf.stem}-*.png")):
        with Image.open(picture) as image:
            texts += [it.text for it in zxingcpp.read_barcodes(image)]
    return texts
