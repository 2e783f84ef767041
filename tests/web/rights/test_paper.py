from pathlib import Path

from lms.lib.paper.sheets import Title
from lms.web.rights.paper import draw
from tests.paper import printed_text


def test_long_sheets_go_on_over_pages_and_lose_nothing(tmp_path: Path) -> None:
    lines = [(f"Label {n}", f"value {n} " + "word " * 20) for n in range(60)]
    path = tmp_path / "sheet.pdf"
    path.write_bytes(draw(Title(title="Sample", author="Sample"), lines, "Foot"))
    printed = printed_text(path)
    assert printed.count("Label") == 60
    assert printed.count("word") == 1200
    assert printed.count("Foot") == printed.count("\f") > 1
