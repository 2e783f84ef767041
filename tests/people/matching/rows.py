"""Rows and people made of few words; all names are common ones put together at random."""

from typing import Any

from lms.people.matching.blocking import Vocabulary
from lms.people.matching.canonical import BAR, shipped
from lms.people.matching.comparison import Comparer
from lms.people.matching.decision import Basis
from lms.people.matching.levels import Agreement
from lms.people.matching.records import Known, Row, Traits

COMPARER = Comparer(shipped())


def name(written: str) -> str:
    """Return the key of a name written ``surname|given names``."""
    surname, _, given = written.partition(BAR)
    return shipped().name_key(surname, given)


def row(written: str, at: int = 1, **traits: Any) -> Row:  # noqa: ANN401 - as each test says
    """Return a row of a list."""
    return Row(number=at, name=name(written), traits=Traits(**traits))


def known(*written: str, person: int = 1, **traits: Any) -> Known:  # noqa: ANN401 - likewise
    """Return somebody in the register, under each of the names."""
    return Known(person=person, names=[name(it) for it in written], seen=[Traits(**traits)])


def agreement(one: Row, other: Known) -> Agreement:
    """Return how far the two agree, where they can be one."""
    found = COMPARER.compare(one, other)
    assert found is not None
    return found


def basis(*others: Known, persons: int = 5000, **options: Any) -> Basis:  # noqa: ANN401 - likewise
    """Return a register of so many persons, in which the others stand among strangers."""
    vocabulary = Vocabulary()
    for it in others:
        for written in it.names:
            vocabulary.add(written)
        vocabulary.add_kind(it.seen[0].kind)
    for number in range(persons):
        vocabulary.add(f"nom{number % 97}{BAR}prenom{number % 89}")
    return Basis(vocabulary=vocabulary, comparer=COMPARER, **options)
