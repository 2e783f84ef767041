import pytest

from lms.files.rules import EmptyFile, MediaType, media_type
from tests.lib.sheets.files import ods, ods_row, xlsx


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"Nom;J1", MediaType.CSV),
        (xlsx(["Nom"]), MediaType.XLSX),
        (ods(ods_row("Nom")), MediaType.ODS),
    ],
)
def test_the_kind_is_told_from_the_bytes(content: bytes, kind: MediaType) -> None:
    assert media_type(content) is kind


def test_nothing_is_not_kept() -> None:
    with pytest.raises(EmptyFile):
        media_type(b"")
