import pytest
from flask import Flask

from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.people.models import Person
from lms.sessions.kinds import MarkState
from lms.web.register.queries import records
from tests.factories.certificates import CertificateFactory
from tests.factories.figures import RECORDED, FactFactory
from tests.factories.people import (
    DistinctionFactory,
    PersonFactory,
    PersonNameFactory,
    SuggestionFactory,
)
from tests.factories.sessions import AttendanceMarkFactory, ParticipationFactory, SlotFactory
from tests.statements import counted
from tests.web.register.given import ADMINISTRATOR, CHILD, HEAD, TODAY, TRAINER, armed, merged

pytestmark = pytest.mark.usefixtures("database")


def read(person: Person) -> records.Record:
    return records.record(person.id, today=TODAY, actor=HEAD)


def attended(person: Person) -> None:
    """Let somebody attend a session with all that may come of it."""
    participation = ParticipationFactory.create(person=person)
    AttendanceMarkFactory.create(participation=participation)
    FactFactory.create(participation=participation)
    CertificateFactory.create(participation=participation)
    PersonNameFactory.create(person=person)
    SuggestionFactory.create(person=person)
    DistinctionFactory.create(one=person)


def test_everything_of_every_record_of_a_person_is_there() -> None:
    survivor, record = PersonFactory.create_batch(2)
    attended(survivor)
    attended(record)
    merge = merged(record, survivor)
    found = read(record)
    assert [it.id for it in found.persons] == [survivor.id, record.id]
    assert len(found.attendances) == len(found.names) == len(found.doubts) == 2
    assert len(found.apart) == 2
    assert [it.id for it in found.merges] == [merge.id]
    assert all(it.facts and it.certificates and it.marks for it in found.attendances)


def test_the_latest_mark_of_a_slot_is_told() -> None:
    participation = ParticipationFactory.create()
    slot = SlotFactory.create(training_session=participation.training_session)
    for state in (MarkState.PRESENT, MarkState.ABSENT):
        AttendanceMarkFactory.create(participation=participation, slot=slot, state=state)
    found = records.attendances([participation.person_id])
    assert found[0].marks == {slot.id: MarkState.ABSENT}


def test_a_fact_that_no_longer_holds_stays_to_be_read() -> None:
    fact = FactFactory.create(retracted_at=RECORDED)
    found = records.attendances([fact.person_id])
    assert [it.id for it in found[0].facts] == [fact.id]


def test_one_protected_record_protects_the_whole_person() -> None:
    survivor, child = PersonFactory.create(), PersonFactory.create(birth_date=CHILD)
    merged(child, survivor)
    assert read(survivor).protected
    with pytest.raises(NotAllowed):
        records.record(survivor.id, today=TODAY, actor=ADMINISTRATOR)


def test_who_was_ever_in_an_armed_movement_is_not_named() -> None:
    participation = ParticipationFactory.create(category=armed())
    found = read(participation.person)
    assert (found.nameless, found.protected) == (True, True)
    with pytest.raises(NotAllowed):
        records.record(participation.person_id, today=TODAY, actor=ADMINISTRATOR)


def test_an_administrator_is_told_of_no_protected_record() -> None:
    person, child = PersonFactory.create(), PersonFactory.create(birth_date=CHILD)
    DistinctionFactory.create(one=person, other=child)
    SuggestionFactory.create(person=child, candidate=person)
    seen = records.record(person.id, today=TODAY, actor=ADMINISTRATOR)
    assert (list(seen.doubts), list(seen.apart)) == ([], [])
    assert len(read(person).doubts) == len(read(person).apart) == 1


def test_a_trainer_reads_nobody() -> None:
    person = PersonFactory.create()
    with pytest.raises(NotAllowed):
        records.record(person.id, today=TODAY, actor=TRAINER)


def test_a_merge_is_found_from_either_side_only() -> None:
    survivor, record, stranger = PersonFactory.create_batch(3)
    merge = merged(record, survivor)
    for person in (survivor, record):
        assert records.merge(merge.id, person.id, today=TODAY, actor=HEAD) is merge
    with pytest.raises(NotFound):
        records.merge(merge.id, stranger.id, today=TODAY, actor=HEAD)


def test_slots_come_with_their_session() -> None:
    mark = AttendanceMarkFactory.create()
    assert records.slots([mark.slot_id])[mark.slot_id].training_session is not None


def test_the_statements_do_not_grow_with_what_somebody_attended(app: Flask) -> None:
    person = PersonFactory.create()

    def asked() -> int:
        db.session.expire_all()
        with counted(app) as sent:
            read(person)
        return len(sent)

    attended(person)
    few = asked()
    for _each in range(3):
        attended(person)
    assert asked() == few
