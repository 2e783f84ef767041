import pytest

from lms.lib.paper import typefaces

NAMES = "Aïssata MAÏGA, N’Diaye, Ŋaɲa Ɛkɔ, Çelik, Œuvre"


@pytest.mark.parametrize("typeface", typefaces.TYPEFACES)
def test_every_typeface_has_its_file_and_can_be_measured(typeface: str) -> None:
    assert (typefaces.FOLDER / f"{typeface}.ttf").is_file()
    assert typefaces.width_of(NAMES, typeface, 10) > 0


def test_a_width_grows_with_the_size() -> None:
    small, large = (typefaces.width_of("Awa", typefaces.SERIF, size) for size in (5, 10))
    assert large == pytest.approx(2 * small)


@pytest.mark.parametrize("family", ["Gentium", "Andika"])
def test_each_family_carries_its_licence(family: str) -> None:
    licence = (typefaces.FOLDER / f"OFL-{family}.txt").read_text()
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert f'Reserved Font Names "{family}"' in licence
