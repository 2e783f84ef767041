"""What matching reads of the register: who is there, and what was decided."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from lms.extensions import db
from lms.people.kinds import BirthPrecision, Sex, Verdict
from lms.people.matching.blocking import Vocabulary
from lms.people.matching.canonical import shipped
from lms.people.matching.learning import Decided
from lms.people.matching.levels import Field
from lms.people.matching.records import Birth, Known, Traits
from lms.people.models import Person
from lms.people.queries import matching
from tests.factories.people import (
    CategoryFactory,
    PersonFactory,
    PersonNameFactory,
    SuggestionFactory,
)
from tests.statements import counted

pytestmark = pytest.mark.usefixtures("database")
NOW = datetime(2014, 4, 1, 9, tzinfo=UTC)
AWA = shipped().name_key("Koné", "Awa")


def named(surname: str = "Koné", given_names: str = "Awa", **more: object) -> Person:
    """Return somebody in the register, under one name."""
    person: Person = PersonFactory.create(**more)
    PersonNameFactory.create(person=person, surname=surname, given_names=given_names)
    return person


def found(**keys: set[str]) -> list[Known]:
    return matching.known_people(**{"names": set(), "numbers": set(), "phones": set(), **keys})


def persons(people: list[Known]) -> set[int]:
    return {it.person for it in people}


def test_the_vocabulary_counts_who_bears_each_name() -> None:
    named()
    named("Kone", "Aoua")
    named("Diarra", "Issa")
    read = matching.vocabulary()
    assert (read.bearers(AWA), read.persons) == (2, 3)


def test_the_vocabulary_leaves_out_whoever_was_taken_back_or_erased() -> None:
    named(withdrawn_at=NOW)
    named(erased_at=NOW)
    read = matching.vocabulary()
    assert (read.bearers(AWA), read.persons) == (0, 0)


def test_the_vocabulary_counts_a_person_of_two_records_in_one_top_category() -> None:
    top = CategoryFactory.create()
    survivor = named(category=CategoryFactory.create(parent=top))
    named(category=top, merged_into_id=survivor.id)
    named()
    expected = Vocabulary()
    expected.add_kind(top.code)
    expected.add_kind("another")
    assert matching.vocabulary().kind_share(top.code) == expected.kind_share(top.code)


def test_somebody_is_known_by_a_name_a_number_or_a_phone() -> None:
    one = named()
    other = named("Diarra", "Issa", service_number_key="12345")
    third = named("Keïta", "Ali", phone="+22370000001")
    named("Traoré", "Ali")
    people = found(names={AWA}, numbers={"12345"}, phones={"+22370000001"})
    assert persons(people) == {one.id, other.id, third.id}


def test_what_the_register_says_of_somebody_is_known() -> None:
    category = CategoryFactory.create()
    named(
        service_number_key="12345",
        phone="+22370000001",
        birth_date=date(1980, 5, 4),
        birth_precision=BirthPrecision.YEAR,
        sex=Sex.MALE,
        category=CategoryFactory.create(parent=category),
    )
    (known,) = found(names={AWA})
    assert (known.names, known.seen) == (
        [AWA],
        [
            Traits(
                number="12345",
                phone="+22370000001",
                birth=Birth(year=1980),
                sex=Sex.MALE,
                kind=category.code,
            )
        ],
    )


def test_all_records_of_a_person_are_known_as_one_through_any_of_them() -> None:
    survivor = named("Diarra", "Issa", phone="+22370000001")
    middle = named("Keïta", "Ali", merged_into_id=survivor.id)
    named(phone="+22370000002", merged_into_id=middle.id)
    (known,) = found(names={AWA})
    assert known.person == survivor.id
    assert len(known.names) == 3
    assert [it.phone for it in known.seen] == ["+22370000001", "", "+22370000002"]


def test_several_names_of_one_record_are_one_writing() -> None:
    PersonNameFactory.create(person=named(), surname="Diarra", given_names="Awa")
    (known,) = found(names={AWA})
    assert (len(known.names), len(known.seen)) == (2, 1)


@pytest.mark.parametrize("gone", ["withdrawn_at", "erased_at"])
def test_nobody_gone_is_known(gone: str) -> None:
    person = named(service_number_key="12345", phone="+22370000001")
    setattr(person, gone, NOW)
    db.session.flush()
    assert found(names={AWA}, numbers={"12345"}, phones={"+22370000001"}) == []


def test_what_was_decided_is_read_with_what_matching_thought_and_the_open_is_not() -> None:
    for verdict in Verdict:
        SuggestionFactory.create(
            verdict=verdict, likelihood=250, evidence={"surname": "same", "phone": "unknown"}
        )
    pattern = tuple({Field.SURNAME: "same", Field.PHONE: "unknown"}.get(it, "") for it in Field)
    assert matching.decided() == [
        Decided(pattern=pattern, likelihood=0.25, same=True),
        Decided(pattern=pattern, likelihood=0.25, same=False),
    ]


def test_the_model_is_taught_by_what_was_decided() -> None:
    SuggestionFactory.create(verdict=Verdict.SAME, likelihood=250)
    (change,) = matching.model().taught.values()
    assert change > 0


def test_more_people_take_no_more_statements(app: Flask) -> None:
    def asked() -> int:
        db.session.expire_all()
        with counted(app) as sent:
            matching.vocabulary()
            found(names={AWA}, phones={"+22370000001"})
        return len(sent)

    named()
    before = asked()
    for _ in range(5):
        named(phone="+22370000001")
    assert asked() == before
