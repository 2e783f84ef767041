import pytest
from hypothesis import given, strategies as st

from lms.lists.reading.naming import BRACKETS, Split, parts, split, vote, without_rank

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
        ("Ould Sidi", SURNAME_FIRST, "", ("Ould Sidi", "")),
        ("", SURNAME_FIRST, "", ("", "")),
    ],
)
def test_a_full_name_is_cut_as_it_was_written(
    name: str, order: bool, rank: str, expected: tuple[str, str]
) -> None:
    assert split(name, surname_first=order, rank=rank) == expected


def test_titles_and_ranks_in_front_of_a_name_go_and_the_rank_is_told() -> None:
    assert without_rank("Adj CISSÉ", "Adj") == ("CISSÉ", "Adj")
    assert without_rank("Mme Sgt-chef CISSÉ", "") == ("CISSÉ", "Sgt-chef")
    assert without_rank("Adj", "Adj") == ("Adj", "")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Adj Cissé Moussa", Split("Cissé", "Moussa", "Adj")),
        ("1ère Cl. CAMARA Moussa", Split("CAMARA", "Moussa", "1ère Cl.")),
        ("Sergent chef Traoré Awa", Split("Traoré", "Awa", "Sergent chef")),
        ("S/Lt Diarra Awa", Split("Diarra", "Awa", "S/Lt")),
        ("TRAORÉ Awa (Cne)", Split("TRAORÉ", "Awa", "Cne")),
        ("TRAORÉ Awa, Cne", Split("TRAORÉ", "Awa", "Cne")),
        ("TRAORÉ Awa Adjudant-chef", Split("TRAORÉ", "Awa", "Adjudant-chef")),
        ("Colonel Traoré", Split("Traoré", "", "Colonel")),
        ("Awa TRAORÉ", Split("TRAORÉ", "Awa")),
        ("Moussa A. TRAORÉ", Split("TRAORÉ", "Moussa A.")),
        ("Bakary DIARRA dit Solo", Split("DIARRA dit Solo", "Bakary")),
        ("Mme KONÉ épouse SAMAKÉ Awa", Split("KONÉ épouse SAMAKÉ", "Awa")),
        ("Issa Ag Moussa Ag Alhassane", Split("Ag Moussa Ag Alhassane", "Issa")),
        ("Moussa Traoré", Split("Traoré", "Moussa")),
        ("El Hadj Oumar Tall", Split("Tall", "El Hadj Oumar")),
        ("Sow N'Diaye", Split("Sow", "N'Diaye")),
    ],
)
def test_a_name_says_its_order_and_its_rank_by_itself(name: str, expected: Split) -> None:
    assert parts(name, surname_first=True) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *(("TRAORÉ Awa", 1), ("Awa TRAORÉ", -1), ("Traoré Awa", 1), ("Awa Traoré", -1)),
        *(("Awa", 0), ("Exemple Fictif", 0), ("TRAORÉ, Awa", 0), ("Issa Ag Moussa", -1)),
    ],
)
def test_a_full_name_votes_for_an_order(name: str, expected: int) -> None:
    assert vote(name) == expected


@given(st.text(max_size=60), st.booleans(), st.text(max_size=8))
def test_no_word_of_a_name_is_made_up(name: str, first: bool, rank: str) -> None:
    found = parts(name, surname_first=first, rank=rank)
    assert set(f"{found.surname} {found.given_names}".split()) <= set(
        BRACKETS.sub(" ", name).replace(",", " ", 1).split()
    )
