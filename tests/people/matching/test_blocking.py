"""No spelling of a name is missed, and no stranger is fetched (DOMAIN 4.3)."""

import pytest

from lms.people.matching.blocking import Vocabulary
from lms.people.matching.finding import candidates, near_names
from tests.people.matching.rows import COMPARER, known, name, row
from tests.people.matching.test_canonical import EQUAL, NEVER, WEAK


@pytest.mark.parametrize(("one", "other"), [*EQUAL, *WEAK])
@pytest.mark.parametrize("frame", ["Doumbouya|{}", "{}|Rokia"])
def test_a_spelling_is_near(one: str, other: str, frame: str) -> None:
    register = Vocabulary({name(frame.format(other)): 1})
    assert register.near(name(frame.format(one)), COMPARER) == {name(frame.format(other))}


@pytest.mark.parametrize(("one", "other"), NEVER)
@pytest.mark.parametrize("frame", ["Doumbouya|{}", "{}|Rokia"])
def test_a_name_that_is_never_one_is_not_near(one: str, other: str, frame: str) -> None:
    register = Vocabulary({name(frame.format(other)): 1})
    assert register.near(name(frame.format(one)), COMPARER) == set()


def test_a_name_whose_parts_changed_places_is_near() -> None:
    register = Vocabulary({name("Traoré|Moussa"): 1})
    assert register.near(name("Moussa|Traore"), COMPARER) == {name("Traoré|Moussa")}


def test_shares_fall_with_the_size_of_the_register_and_are_never_nothing() -> None:
    register = Vocabulary({name("Traoré|Moussa"): 3, name("Koné|Awa"): 997})
    assert (
        0 < register.surname_share("guindo") < register.surname_share(name("Traoré|").strip("|"))
    )
    assert register.bearers(name("Traoré|Moussa")) == 3


def test_candidates_share_a_near_name_a_number_or_a_phone() -> None:
    people = [
        known("Koné|Awa", person=1),
        known("Touré|Issa", person=2, number="12345"),
        known("Touré|Oumar", person=3, phone="+22370000001"),
        known("Touré|Sékou", person=4),
    ]
    one = row("Kone|Awa", number="12345", phone="+22370000001")
    register = Vocabulary({it.names[0]: 1 for it in people})
    found = candidates([one], near_names([one], register, COMPARER), people)
    assert [it.person for it in found[1]] == [1, 2, 3]
