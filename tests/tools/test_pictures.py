import re

import pytest
from PIL import Image

from tests.house import ROOT
from tools import chromium, pictures

README = (ROOT / "README.md").read_text(encoding="utf-8")
NAMES = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
"""Of the pictures, each with words for those who do not see it."""

MOST_BYTES = 200_000


def test_the_readme_shows_both_pictures() -> None:
    assert NAMES == ["docs/pictures/figures.png", "docs/pictures/certificate.png"]


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_of_the_readme_is_a_small_png(name: str) -> None:
    with Image.open(ROOT / name) as picture:
        assert picture.format == "PNG"
    assert (ROOT / name).stat().st_size < MOST_BYTES


def test_without_a_browser_nothing_is_drawn_and_the_package_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chromium, "program", lambda: None)

    assert pictures.main() == 1

    assert "apt install chromium" in capsys.readouterr().out
