from random import Random

from lms.demo.plan import names
from lms.people.kinds import Sex


def test_a_particle_agrees_with_the_sex_of_an_invented_person() -> None:
    rng = Random(1)
    women = {names.surname(Sex.FEMALE, rng).split()[0] for _ in range(500)}
    men = {names.surname(Sex.MALE, rng).split()[0] for _ in range(500)}
    assert {"Walet", "Mint"} <= women
    assert not {"Ag", "Ould"} & women
    assert {"Ag", "Ould"} <= men


def test_given_names_are_one_or_more_words_of_the_list() -> None:
    rng = Random(1)
    drawn = {names.given_names(Sex.FEMALE, rng) for _ in range(300)}
    assert any(" " in name for name in drawn)
    assert not drawn & set(names.MEN.split())
