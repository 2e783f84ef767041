import pytest

from lms.web.register.queries import finding
from tests.factories.people import PersonFactory
from tests.web.register.given import CHILD, HEAD, TODAY


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("E-0042", 42),
        ("p-000042", 42),
        (" E-7 ", 7),
        ("Exemple", None),
        ("X-7", None),
        ("E-", None),
    ],
)
def test_a_pseudonym_or_record_number_is_an_id(words: str, number: int | None) -> None:
    assert finding.numbered(words) == number


@pytest.mark.usefixtures("database")
def test_the_register_finds_the_other_record_and_no_child() -> None:
    mine, other = PersonFactory.create_batch(2, surname="Diarra-Exemple")
    PersonFactory.create(surname="Diarra-Exemple", birth_date=CHILD)
    found = finding.found("diarra", besides=mine.id, today=TODAY, actor=HEAD)
    assert [it.id for it in found] == [other.id]


@pytest.mark.usefixtures("database")
def test_without_words_nobody_is_found() -> None:
    PersonFactory.create()
    assert finding.found(" ", besides=0, today=TODAY, actor=HEAD) == []
