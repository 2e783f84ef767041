from collections.abc import Iterator

import pytest
from flask import Flask

from lms.web.register.pages.merges import preview
from lms.web.register.queries.records import Record, record
from tests.factories.people import PersonFactory
from tests.factories.sessions import ParticipationFactory
from tests.web.register.given import CHILD, HEAD, TODAY, merged


@pytest.fixture(autouse=True)
def _english(app: Flask) -> Iterator[None]:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        yield


def read(person_id: int) -> Record:
    return record(person_id, today=TODAY, actor=HEAD)


def test_the_older_record_stays_whichever_way_it_is_asked() -> None:
    older, newer = PersonFactory.create_batch(2)
    for one, other in ((older, newer), (newer, older)):
        found = preview(read(one.id), read(other.id))
        assert (found.survivor.id, found.merged.id, found.same) == (older.id, newer.id, False)


def test_each_side_says_what_it_brings() -> None:
    older, newer = PersonFactory.create_batch(2)
    ParticipationFactory.create(person=newer)
    found = preview(read(older.id), read(newer.id))
    assert (len(found.one.attended), len(found.other.attended)) == (0, 1)


def test_records_of_one_person_are_the_same() -> None:
    survivor, record = PersonFactory.create_batch(2)
    merged(record, survivor)
    assert preview(read(survivor.id), read(record.id)).same


def test_a_child_hides_both_names() -> None:
    adult, child = PersonFactory.create(), PersonFactory.create(birth_date=CHILD)
    found = preview(read(adult.id), read(child.id))
    assert [found.one.name, found.other.name] == [f"E-{it.id:04d}" for it in (adult, child)]
