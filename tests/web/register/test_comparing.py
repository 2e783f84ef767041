import pytest
from hypothesis import given, strategies as st

from lms.web.register.comparing import Agreement, Piece, texts, values

TEXTS = st.text("aàeéïoOUk'’ -", max_size=12)


def marked(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"[{it.text}]" if it.differs else it.text for it in pieces)


@pytest.mark.parametrize(
    ("one", "other"),
    [("KEÏTA", "Keita"), ("Haïdara", "HAIDARA"), ("N'Diaye", "N’DIAYE"), ("Koné", "Kone")],
)
def test_accents_case_and_apostrophes_are_no_difference(one: str, other: str) -> None:
    found = texts(one, other)
    assert found.agreement is Agreement.ACCENTS
    assert (marked(found.one), marked(found.other)) == (one, other)


def test_the_same_letters_are_the_same() -> None:
    assert texts("Awa", "Awa").agreement is Agreement.SAME


def test_the_letters_that_differ_are_marked_and_no_others() -> None:
    found = texts("Mamadou", "Mamadu")
    assert (marked(found.one), marked(found.other)) == ("Mamad[o]u", "Mamadu")


def test_an_accent_beside_a_real_difference_is_not_marked() -> None:
    found = texts("Kéïta Mamadou", "Keita Mamadu")
    assert "[" not in marked(found.one)[:5]
    assert found.agreement is Agreement.DIFFERS


def test_texts_that_share_nothing_are_marked_whole() -> None:
    found = texts("Sergent", "Caporal")
    assert (marked(found.one), marked(found.other)) == ("[Sergent]", "[Caporal]")


@pytest.mark.parametrize(("one", "other"), [("", "Awa"), ("Awa", ""), ("", "")])
def test_what_one_does_not_say_is_no_difference(one: str, other: str) -> None:
    assert texts(one, other).agreement is Agreement.UNKNOWN
    assert values(one, other, same=False).agreement is Agreement.UNKNOWN


def test_values_are_one_or_two_as_a_whole() -> None:
    assert values("0071", "71", same=True).agreement is Agreement.SAME
    assert marked(values("71", "72", same=False).one) == "[71]"


@given(TEXTS, TEXTS)
def test_no_letter_is_lost_or_moved(one: str, other: str) -> None:
    found = texts(one, other)
    assert "".join(it.text for it in found.one) == one
    assert "".join(it.text for it in found.other) == other


@given(TEXTS, TEXTS)
def test_both_ways_come_to_the_same(one: str, other: str) -> None:
    assert texts(one, other).agreement is texts(other, one).agreement
