from collections import Counter

import pytest
from sqlalchemy import func, select

from lms.accounts.actors import SYSTEM, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.lists import services
from lms.lists.errors import AlreadyRecorded, NothingToRecord, TotalsDiffer
from lms.lists.models import ImportedList, ListState
from lms.lists.outcomes import Decision
from lms.lists.reading.person import Refusal
from lms.people.kinds import AgeGroup, Sex, Verdict
from lms.people.models import Person, PersonName, Suggestion
from lms.sessions import queries as sessions, services as session_services
from lms.sessions.errors import SessionOver
from lms.sessions.kinds import MarkState, Status
from lms.sessions.models import AttendanceMark, Participation, TrainingSession
from lms.sessions.outcome import Outcome
from tests.factories.accounts import UserFactory
from tests.lists.given import GAO, NOW, csv, registered, session_of, trainer_of, uploaded

pytestmark = pytest.mark.usefixtures("database")
AWA = "Maïga;Awa;F;44/6386;1984;P"
NAMELESS = ";;F;;;P"


@pytest.fixture
def training_session(database: None) -> TrainingSession:
    del database
    return session_of(slots=1)


def applied(
    training_session: TrainingSession, content: bytes, *, accept_lines: bool = False
) -> ImportedList:
    return services.apply(
        imported_list=uploaded(training_session, content),
        accept_lines=accept_lines,
        now=NOW,
        actor=trainer_of(training_session).actor,
    )


def participations() -> list[Participation]:
    return list(db.session.scalars(select(Participation).order_by(Participation.id)))


def test_the_list_of_gao_gives_46_participations_35_trained_11_sensitized() -> None:
    """DOMAIN R1, the worked example."""
    training_session = session_of(slots=3)
    imported_list = applied(training_session, GAO.read_bytes())
    assert (imported_list.state, imported_list.recorded, imported_list.refused) == (
        ListState.APPLIED,
        46,
        0,
    )
    session_services.close(training_session=training_session, now=NOW, actor=SYSTEM)
    outcomes = Counter(it.outcome for it in participations())
    assert outcomes == {Outcome.TRAINED: 35, Outcome.SENSITIZED: 11}
    codes = Counter(it.category.code for it in participations())
    assert codes == {
        "malian-army": 10,
        "malian-police": 13,
        "malian-guard": 10,
        "malian-gendarmerie": 13,
    }


def test_a_row_becomes_a_person_a_participation_and_a_mark(
    training_session: TrainingSession,
) -> None:
    imported_list = applied(training_session, csv(AWA))
    (participation,) = participations()
    person = participation.person
    assert (person.surname, person.given_names, person.service_number) == (
        "Maïga",
        "Awa",
        "44/6386",
    )
    assert (participation.sex, participation.age_group) == (Sex.FEMALE, AgeGroup.ADULT)
    marks = sessions.latest_marks(training_session.id)
    assert list(marks.values()) == [MarkState.PRESENT]
    (row,) = imported_list.rows
    assert (row.number, row.decision, row.participation_id) == (
        2,
        Decision.NEW,
        participation.id,
    )


def test_a_blank_cell_leaves_no_mark(training_session: TrainingSession) -> None:
    applied(training_session, csv("Maïga;Awa;F;;;"))
    assert sessions.latest_marks(training_session.id) == {}


def test_refused_rows_are_kept_by_number_and_reason_alone(
    training_session: TrainingSession,
) -> None:
    imported_list = applied(training_session, csv(NAMELESS, AWA))
    assert [(it.number, it.refusal) for it in imported_list.rows] == [
        (2, Refusal.NO_NAME),
        (3, None),
    ]
    assert (imported_list.recorded, imported_list.refused) == (1, 1)


def test_somebody_known_by_number_is_not_registered_again(
    training_session: TrainingSession,
) -> None:
    known = registered("MAIGA", "Awa", service_number="446386")
    applied(training_session, csv(AWA))
    assert [it.person_id for it in participations()] == [known.id]
    assert db.session.scalars(select(PersonName.surname)).all() == ["MAIGA", "Maïga"]


def test_a_list_adds_its_marks_to_somebody_in_the_session_already(
    training_session: TrainingSession,
) -> None:
    known = registered("Maïga", "Awa", service_number="446386")
    session_services.enrol(training_session=training_session, person=known, actor=SYSTEM)
    applied(training_session, csv(AWA))
    assert len(participations()) == 1
    assert db.session.scalar(select(func.count()).select_from(AttendanceMark)) == 1


def test_a_list_finds_somebody_who_is_in_the_session_under_a_merged_record(
    training_session: TrainingSession,
) -> None:
    known = registered("Maïga", "Awa", service_number="446386")
    record = registered("Maiga", "Hawa")
    session_services.enrol(training_session=training_session, person=record, actor=SYSTEM)
    record.merged_into_id = known.id
    applied(training_session, csv(AWA))
    assert [it.person_id for it in participations()] == [record.id]
    assert db.session.scalar(select(func.count()).select_from(AttendanceMark)) == 1


def test_a_row_that_may_be_somebody_known_stands_alone_and_is_asked_about(
    training_session: TrainingSession,
) -> None:
    """R14: a provisional person is counted until somebody decides."""
    known = registered("Maïga", "Awa")
    imported_list = applied(training_session, csv("Maiga;Awa;F;;;P"))
    suggestion = db.session.scalars(select(Suggestion)).one()
    (participation,) = participations()
    assert (suggestion.person_id, suggestion.candidate_id) == (participation.person_id, known.id)
    assert (suggestion.verdict, suggestion.evidence["surname"]) == (Verdict.OPEN, "same")
    (row,) = imported_list.rows
    assert (row.decision, row.suggestion_id) == (Decision.MAYBE, suggestion.id)
    assert (row.registered, row.enrolled) == (True, True)


def test_a_known_row_says_what_agreed_and_what_it_completed(
    training_session: TrainingSession,
) -> None:
    known = registered("Maïga", "Awa", service_number="446386")
    imported_list = applied(training_session, csv(AWA))
    (row,) = imported_list.rows
    assert (row.decision, row.registered, row.enrolled) == (Decision.KNOWN, False, True)
    assert row.evidence is not None
    assert row.evidence["number"] == "same"
    filled = {"sex": "unspecified", "birth_date": None, "birth_precision": None}
    assert row.evidence["filled"] == filled
    assert known.sex is Sex.FEMALE


def test_nothing_is_recorded_of_a_list_of_refused_rows(
    training_session: TrainingSession,
) -> None:
    with pytest.raises(NothingToRecord):
        applied(training_session, csv(NAMELESS))
    assert participations() == []


def test_a_declared_total_that_differs_stops_until_somebody_chooses_the_rows(
    training_session: TrainingSession,
) -> None:
    """DOMAIN R11."""
    content = csv(AWA, "Total;42")
    with pytest.raises(TotalsDiffer) as caught:
        applied(training_session, content)
    assert (caught.value.declared, caught.value.counted) == (42, 1)
    assert applied(training_session, content, accept_lines=True).recorded == 1


def test_a_list_is_recorded_once(training_session: TrainingSession) -> None:
    imported_list = applied(training_session, csv(AWA))
    with pytest.raises(AlreadyRecorded):
        services.apply(
            imported_list=imported_list,
            accept_lines=False,
            now=NOW,
            actor=trainer_of(training_session).actor,
        )
    assert len(participations()) == 1


def test_a_session_closed_meanwhile_takes_no_list(training_session: TrainingSession) -> None:
    imported_list = uploaded(training_session, csv(AWA))
    training_session.status = Status.CLOSED
    with pytest.raises(SessionOver):
        services.apply(imported_list=imported_list, accept_lines=False, now=NOW, actor=SYSTEM)


def test_a_list_of_a_category_switched_off_meanwhile_is_recorded_in_it(
    training_session: TrainingSession,
) -> None:
    imported_list = uploaded(training_session, csv(AWA), category="civil-society-media")
    imported_list.category.active = False
    services.apply(imported_list=imported_list, accept_lines=False, now=NOW, actor=SYSTEM)
    assert [it.category.code for it in participations()] == ["civil-society-media"]


@pytest.mark.parametrize("role", [Role.TRAINER, Role.ADMINISTRATOR, Role.PARTICIPANT])
def test_only_its_trainers_and_unit_heads_record_a_list(
    training_session: TrainingSession, role: Role
) -> None:
    imported_list = uploaded(training_session, csv(AWA))
    with pytest.raises(NotAllowed):
        services.apply(
            imported_list=imported_list,
            accept_lines=False,
            now=NOW,
            actor=UserFactory.create(role=role).actor,
        )


def test_recording_leaves_a_trace_of_numbers_alone(training_session: TrainingSession) -> None:
    applied(training_session, csv(AWA))
    entry = db.session.scalars(
        select(AuditEntry).where(AuditEntry.action == "imported_list:applied")
    ).one()
    assert entry.changes == {"recorded": 1, "refused": 0}


def test_recording_leaves_the_commit_to_its_caller(training_session: TrainingSession) -> None:
    applied(training_session, csv(AWA))
    db.session.rollback()
    assert db.session.scalars(select(Person)).all() == []
    assert participations() == []
