"""Draw the pictures of the README from a fresh sample mission.

python -m tools.pictures
"""

import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from lms.demo.accounts import PASSWORD
from tests.browser.steps.accounts import member
from tests.browser.visitor import DESK, House, Visitor
from tools import chromium, server

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
ADDRESS = "https://kalanso.example.org"
"""What the certificate’s code leads to, whatever port the server has."""
COLOURS = 64
DOTS_AN_INCH = "110"
SECOND_CATEGORY = "document.querySelectorAll('#totals tr.group')[1].getBoundingClientRect().top"


def main() -> int:
    """Write both pictures; return the exit status."""
    executable, drawer = chromium.program(), shutil.which("pdftoppm")
    if executable is None or drawer is None:
        print("Needs chromium and pdftoppm. On Debian: apt install chromium poppler-utils")
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        home = Path(folder)
        server.lms(home, "demo", LMS_BASE_URL=ADDRESS).check_returncode()
        with server.running(home) as address, chromium.browser(executable) as browser:
            head = member(House(browser, address, "en"), "head@example.org", PASSWORD)
            keep("figures.png", figures(head))
            keep("certificate.png", drawn(certificate(head), drawer))
    return 0


def figures(head: Visitor) -> bytes:
    """Return the top of the totals, down to where the second category begins."""
    head.open("/figures/")
    height: float = head.page.evaluate(SECOND_CATEGORY)
    return head.page.screenshot(
        full_page=True, clip={"x": 0, "y": 0, "width": DESK["width"], "height": height}
    )


def certificate(head: Visitor) -> bytes:
    """Return the file of the certificate that stands first."""
    head.open("/certificates/")
    head.page.get_by_role("rowheader").get_by_role("link").first.click()
    return head.download(head.leads_to("Open the PDF"))


def drawn(pdf: bytes, drawer: str) -> bytes:
    """Return the page of a PDF as a picture."""
    command = [drawer, "-png", "-r", DOTS_AN_INCH, "-singlefile", "-"]
    return subprocess.run(command, check=True, input=pdf, stdout=subprocess.PIPE).stdout


def keep(name: str, picture: bytes) -> None:
    """Write a picture with few colours, as a drawing of this kind has."""
    path = FOLDER / name
    with Image.open(BytesIO(picture)) as image:
        image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"docs/pictures/{name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    sys.exit(main())
