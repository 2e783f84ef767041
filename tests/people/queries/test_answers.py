"""Who the rows of a list are, as the register and its decisions are now."""

from datetime import date

import pytest
from flask import Flask

from lms.people.matching.decision import Match
from lms.people.models import Person
from lms.people.queries import answers as queries
from lms.people.queries.answers import Met, answers, births
from tests.factories.people import PersonFactory, PersonNameFactory
from tests.people.matching.rows import row
from tests.statements import counted

pytestmark = pytest.mark.usefixtures("database")
PHONE = "+22370000001"


def kassogue(**more: object) -> Person:
    """Return somebody in the register, under a name that few bear."""
    person: Person = PersonFactory.create(**more)
    PersonNameFactory.create(person=person, surname="Kassogué", given_names="Tinalbaraka")
    return person


def test_a_row_is_whoever_has_its_name_and_number() -> None:
    person = kassogue(service_number_key="12345")
    (answer,) = answers([row("Kassogue|Tinalbaraka", number="12345")])
    assert answer.best is not None
    assert (answer.match, answer.best.person) == (Match.SAME, person.id)


def test_answers_come_in_the_order_of_the_rows() -> None:
    kassogue(service_number_key="12345")
    rows = [row("Diarra|Issa", at=9), row("Kassogué|Tinalbaraka", at=3, number="12345")]
    found = [(it.number, it.match) for it in answers(rows)]
    assert found == [(9, Match.NEW), (3, Match.SAME)]


def test_somebody_met_in_another_list_is_known_by_a_number_below_zero() -> None:
    met = Met()
    one = row("Kassogué|Tinalbaraka", number="12345")
    numbers = [met.add(one), met.add(row("Diarra|Issa"))]
    (answer,) = answers([one], met=met)
    assert answer.best is not None
    assert (numbers, answer.match, answer.best.person) == ([-1, -2], Match.SAME, -1)


def test_what_another_list_wrote_of_somebody_registered_finds_them() -> None:
    person, met = kassogue(service_number_key="12345"), Met()
    met.see(person.id, row("Kassogué|Tinalbaraka", number="12345", phone=PHONE))
    (answer,) = answers([row("Kassogué|Tinalbaraka", number="12345", phone=PHONE)], met=met)
    assert [it.person for it in answer.candidates] == [person.id]
    assert answer.match is Match.SAME


def test_births_are_those_of_the_register_some_numbers_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(queries, "MOST_IDS", 1)
    born = PersonFactory.create(birth_date=date(1980, 5, 4))
    unknown, other = PersonFactory.create(), PersonFactory.create()
    found = births({born.id, unknown.id})
    assert found == {born.id: date(1980, 5, 4), unknown.id: None}
    assert other.id not in found


def test_more_rows_take_no_more_statements(app: Flask) -> None:
    kassogue(service_number_key="12345")
    rows = [row("Kassogué|Tinalbaraka", at=it, phone=PHONE) for it in range(1, 31)]
    answers(rows[:1])  # the table of spellings is read once
    sent = []
    for some in (rows[:1], rows):
        with counted(app) as statements:
            answers(some)
        sent.append(len(statements))
    assert sent[0] == sent[1] > 0
