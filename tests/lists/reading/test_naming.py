import pytest

from lms.lists.reading.naming import split, without_rank

SURNAME_FIRST, GIVEN_FIRST = True, False


@pytest.mark.parametrize(
    ("name", "order", "rank", "expected"),
    [
        ("COULIBALI, Oumar", GIVEN_FIRST, "", ("COULIBALI", "Oumar")),
        ("M. Bakary SANGARE", GIVEN_FIRST, "", ("SANGARE", "Bakary")),
        ("Ibrahim WALLET IBRAHIM", GIVEN_FIRST, "", ("WALLET IBRAHIM", "Ibrahim")),
        ("Adj Cissé Moussa", SURNAME_FIRST, "Adj", ("Cissé", "Moussa")),
        ("1ère Cl Camara Moussa", SURNAME_FIRST, "1ère Cl", ("Camara", "Moussa")),
        ("Ag Mouhamed Mariam", SURNAME_FIRST, "Adj", ("Ag Mouhamed", "Mariam")),
        ("Maïga Nana Aïchata", SURNAME_FIRST, "", ("Maïga", "Nana Aïchata")),
        ("Nana Aïchata Maïga", GIVEN_FIRST, "", ("Maïga", "Nana Aïchata")),
        ("Issa Ag Moussa", GIVEN_FIRST, "", ("Ag Moussa", "Issa")),
        ("Mme Awa", GIVEN_FIRST, "", ("Awa", "")),
        ("MAÏGA AWA", SURNAME_FIRST, "", ("MAÏGA", "AWA")),
        ("Ould Sidi", SURNAME_FIRST, "", ("Ould", "Sidi")),
        ("", SURNAME_FIRST, "", ("", "")),
    ],
)
def test_a_full_name_is_cut_as_it_was_written(
    name: str, order: bool, rank: str, expected: tuple[str, str]
) -> None:
    assert split(name, surname_first=order, rank=rank) == expected


def test_a_rank_in_front_goes_only_if_its_column_repeats_it() -> None:
    assert without_rank("Adj CISSÉ", "Adj") == "CISSÉ"
    assert without_rank("Adj CISSÉ", "Sgt") == "Adj CISSÉ"
    assert without_rank("Adj", "Adj") == "Adj"
