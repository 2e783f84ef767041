import pytest
from hypothesis import given, strategies as st

from lms.certificates.rules import ranks


@pytest.mark.parametrize(
    ("written", "french", "english"),
    [
        ("Adj", "adjudant", "Warrant Officer"),
        ("ADJUDANTE", "adjudant", "Warrant Officer"),
        ("A/C", "adjudant-chef", "Chief Warrant Officer"),
        ("Cpl", "caporal", "Corporal"),
        ("1ère Cl", "soldat de 1re classe", "Private First Class"),
        ("1re Cl.", "soldat de 1re classe", "Private First Class"),
        ("2e Cl", "soldat de 2e classe", "Private"),
        ("S/Lt", "sous-lieutenant", "Second Lieutenant"),
        ("Lt", "lieutenant", "Lieutenant"),
        ("Cne", "capitaine", "Captain"),
        ("MDL-chef", "maréchal des logis-chef", "Staff Sergeant"),
        ("Lt-Col", "lieutenant-colonel", "Lieutenant Colonel"),
        ("Insp", "inspecteur", "Inspector"),
    ],
)
def test_what_lists_write_is_a_rank_in_both_languages(
    written: str, french: str, english: str
) -> None:
    rank = ranks.known_rank(written)
    assert rank is not None
    assert (rank.french, rank.english) == (french, english)


@pytest.mark.parametrize(
    ("written", "english"),
    [("Maj", "Chief Warrant Officer Major"), ("Cdt", "Major"), ("Cen", "Major")],
)
def test_false_friends_are_read_as_french(written: str, english: str) -> None:
    rank = ranks.known_rank(written)
    assert rank is not None
    assert rank.english == english


@pytest.mark.parametrize("written", [None, "", "  ", "Directrice", "P-3"])
def test_what_is_no_rank_is_not_guessed(written: str | None) -> None:
    assert ranks.known_rank(written) is None


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Adj", "adjudant"),
        ("Adjudante", "adjudante"),
        ("ADJUDANTE-CHEF", "adjudante-chef"),
        ("Capitaine", "capitaine"),
        ("  Chef de poste ", "Chef de poste"),
        (None, ""),
    ],
)
def test_a_rank_is_feminine_where_the_list_writes_it_so(written: str | None, said: str) -> None:
    assert ranks.in_french(written) == said


@pytest.mark.parametrize("grade", ["P-3", "P3", "D-1", "FS-4", "UNV", "NO-B", "G-6"])
def test_a_civilian_level_is_a_grade(grade: str) -> None:
    assert ranks.is_grade(grade)


@pytest.mark.parametrize("written", ["Adj", "", "Général", "PC", "GA"])
def test_a_rank_is_no_civilian_level(written: str) -> None:
    assert not ranks.is_grade(written)


def test_no_writing_means_two_ranks() -> None:
    writings = [writing for row in ranks.WRITTEN.values() for writing in row.split()]
    assert len(writings) == len(set(writings))
    assert all(ranks.fold(writing) == writing for writing in writings)


@given(st.sampled_from(sorted(ranks.BY_WRITING)), st.sampled_from([str.upper, str.title]))
def test_case_does_not_matter(writing: str, change: object) -> None:
    assert callable(change)
    assert ranks.known_rank(change(writing)) == ranks.known_rank(writing)
