from collections.abc import Iterator

import pytest
from flask import Flask

from lms import clock
from lms.extensions import db
from lms.people.models import Person
from lms.people.queries.protection import guard
from lms.web.register.pages.records import RecordPage, record_page
from lms.web.register.queries.records import record
from tests.factories.people import (
    DistinctionFactory,
    PersonFactory,
    PersonNameFactory,
    SuggestionFactory,
)
from tests.factories.sessions import ParticipationFactory
from tests.web.register.given import CHILD, HEAD, TODAY, armed, merged

TOLD = {"phone": "+22376000017", "service_number": "EX-0417", "rank": "Sgt", "unit": "Gao"}


@pytest.fixture(autouse=True)
def _english(app: Flask) -> Iterator[None]:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        yield


def page(person: Person) -> RecordPage:
    return record_page(record(person.id, today=TODAY, actor=HEAD), guard(TODAY))


def test_a_person_is_shown_as_last_known_with_every_spelling_once() -> None:
    person = PersonFactory.create(surname="Keïta", **TOLD)
    for surname in ("Keita", "Keïta", "Keita"):
        PersonNameFactory.create(person=person, surname=surname, given_names="Awa")
    found = page(person)
    assert (found.name, found.number) == ("KEÏTA Awa", f"P-{person.id:06d}")
    assert {"+223 76 00 00 17", "EX-0417", "Sgt", "Gao"} <= {it for _term, it in found.facts}
    assert found.spellings == ["Keita Awa", "Keïta Awa"]


def test_a_protected_person_has_neither_name_nor_number() -> None:
    child = PersonFactory.create(birth_date=CHILD, **TOLD)
    PersonNameFactory.create(person=child)
    found = page(child)
    assert (found.name, found.spellings) == (f"E-{child.id:04d}", [])
    assert {term for term, _value in found.facts} == {"Category", "Sex", "Birth"}


def test_what_somebody_of_an_armed_movement_attended_is_not_shown() -> None:
    participation = ParticipationFactory.create(category=armed())
    ParticipationFactory.create(person=participation.person)
    found = page(participation.person)
    assert (found.nameless, found.attended) == (True, [])


def test_a_standing_merge_can_be_undone_and_an_undone_one_is_told() -> None:
    survivor, one, other = PersonFactory.create_batch(3)
    standing = merged(one, survivor)
    undone = merged(other, survivor)
    undone.undone_at = clock.now()
    other.merged_into_id = None
    db.session.commit()
    found = page(survivor).merges
    hrefs = [it.undo_href for it in found]
    assert hrefs == [f"/people/{survivor.id}/merges/{standing.id}/undo", ""]
    assert "undone on" in found[1].words


def test_doubts_and_who_is_kept_apart_lead_on() -> None:
    person = PersonFactory.create()
    doubt = SuggestionFactory.create(candidate=person, person__surname="Diarra")
    apart = DistinctionFactory.create(one=person, other__surname="Koné")
    found = page(person)
    assert [(it.label, it.href) for it in found.doubts] == [
        (f"DIARRA Awa, P-{doubt.person_id:06d}: To decide", f"/matches/{doubt.id}")
    ]
    assert [it.label for it in found.apart] == ["KONÉ Awa"]
    assert apart.one_id == person.id


def test_a_child_kept_apart_keeps_its_pseudonym() -> None:
    person, child = PersonFactory.create(), PersonFactory.create(birth_date=CHILD)
    DistinctionFactory.create(one=person, other=child)
    assert [it.label for it in page(person).apart] == [f"E-{child.id:04d}"]
