from datetime import UTC, date, datetime

import pytest

from lms.accounts.actors import Actor, ActorKind, Role
from lms.extensions import db
from lms.people import names, queries
from lms.people.matching.canonical import shipped
from lms.people.models import Person, PersonName
from lms.people.queries import Search
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.usefixtures("database")
TODAY = date(2014, 3, 12)
NOW = datetime(2014, 3, 12, tzinfo=UTC)
HEAD = Actor(kind=ActorKind.USER, id=1, role=Role.UNIT_HEAD)


def found(words: str) -> list[int]:
    page = queries.register_page(search=Search(words=words), today=TODAY, actor=HEAD)
    return [it.id for it in page.lines]


def spelled(person: Person, surname: str, given_names: str) -> None:
    db.session.add(
        PersonName(
            person_id=person.id,
            surname=surname,
            given_names=given_names,
            folded_name=names.folded_name(surname, given_names),
            name_key=shipped().name_key(surname, given_names),
        )
    )
    db.session.flush()


def test_a_person_is_found_by_every_spelling_they_stood_under() -> None:
    one = PersonFactory.create(surname="Diarra", given_names="Awa")
    spelled(one, "Konaté", "Hawa")
    PersonFactory.create(surname="Traoré")
    assert found("hawa konate") == [one.id]
    assert found("diar aw") == [one.id]


def test_words_of_two_spellings_are_not_taken_together() -> None:
    one = PersonFactory.create(surname="Diarra", given_names="Awa")
    spelled(one, "Konaté", "Fanta")
    assert found("diarra fanta") == []


@pytest.mark.parametrize("asked", ["76271468", "76 27 14 68", "+223 76-27-14-68", "0022376271468"])
def test_a_phone_is_found_in_any_form(asked: str) -> None:
    one = PersonFactory.create(phone="+22376271468")
    PersonFactory.create(phone="+22370000001")
    assert found(asked) == [one.id]


@pytest.mark.parametrize("asked", ["0044/6386", "44 6386", "446386"])
def test_a_number_is_found_with_and_without_zeros_and_separators(asked: str) -> None:
    one = PersonFactory.create(service_number_key="446386")
    PersonFactory.create(service_number_key="77")
    assert found(asked) == [one.id]


def test_a_merged_record_leads_to_the_one_that_stands_for_the_person() -> None:
    last = PersonFactory.create(surname="Diarra")
    middle = PersonFactory.create(surname="Diarra", merged_into_id=last.id)
    PersonFactory.create(surname="Keita", merged_into_id=middle.id)
    assert found("keita") == [last.id]
    assert found("diarra") == [last.id]
    assert found("") == [last.id]


def test_who_was_withdrawn_or_erased_is_not_found_by_a_name() -> None:
    PersonFactory.create(surname="Keita", withdrawn_at=NOW)
    erased = PersonFactory.create(surname="Keita", erased_at=NOW)
    assert found("keita") == []
    page = queries.register_page(search=Search(), today=TODAY, actor=HEAD)
    assert [it.shown_name for it in page.lines] == [names.pseudonym(erased.id)]


def test_a_merged_record_does_not_lead_to_a_protected_person() -> None:
    child = PersonFactory.create(birth_date=date(2005, 1, 1))
    PersonFactory.create(surname="Keita", merged_into_id=child.id)
    assert found("keita") == []
