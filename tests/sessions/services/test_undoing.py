import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.sessions import pass_codes, queries, services
from lms.sessions.kinds import MarkState, Status
from lms.sessions.models import AttendanceMark, Participation
from lms.sessions.queries import entry
from lms.sessions.values import Enrolment, Taken
from tests.factories.accounts import UserFactory
from tests.sessions.given import NOW, Given, given

pytestmark = pytest.mark.usefixtures("database")


def take_back(it: Given, **taken: object) -> None:
    services.take_back(
        training_session=it.training_session,
        taken=Taken(**taken),  # type: ignore[arg-type]  # as the test names them
        now=NOW,
        actor=SYSTEM,
    )
    db.session.commit()


def withdrawn(it: Given) -> Participation:
    """Return the first participant, taken back."""
    gone = it.participations[0]
    take_back(it, participations=frozenset({gone.id}))
    return gone


def test_whoever_is_taken_back_is_on_no_roster() -> None:
    it = given(people=2)
    it.mark("P", "A")
    withdrawn(it)
    (line,) = queries.roster(it.id, it.slots[0].id)
    assert line.participation_id == it.participations[1].id
    assert list(queries.latest_marks(it.id).values()) == [MarkState.ABSENT]


def test_closing_judges_only_whoever_is_left() -> None:
    it = given(people=2)
    it.mark("P", "P")
    withdrawn(it)
    report = queries.report(it.training_session, NOW.date())
    assert list(report.judgements) == [it.participations[1].id]


def test_a_pass_code_of_somebody_taken_back_opens_nothing() -> None:
    it = given(people=1)
    gone = withdrawn(it)
    assert entry.by_codes(it.training_session.short_code, gone.pass_code, NOW) is None
    assert not entry.may_go_on(gone.id, NOW)


def test_a_pass_code_of_somebody_taken_back_is_never_drawn_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    it = given(people=1)
    gone = withdrawn(it)
    told: list[set[str]] = []
    draw = pass_codes.draw

    def noted(taken: set[str]) -> str:
        told.append(set(taken))
        return draw(taken)

    monkeypatch.setattr(pass_codes, "draw", noted)
    services.enrol(training_session=it.training_session, person=gone.person, actor=SYSTEM)
    assert told == [{gone.pass_code}]


def test_whoever_is_taken_back_can_come_again() -> None:
    it = given(people=1)
    gone = withdrawn(it)
    (again,) = services.enrol_many(
        training_session=it.training_session,
        enrolments=[Enrolment(person=gone.person)],
        actor=SYSTEM,
    )
    assert again.id != gone.id


def test_taking_one_mark_back_twice_is_refused_by_the_database() -> None:
    it = given(people=1)
    it.mark("P")
    (mark,) = db.session.scalars(select(AttendanceMark.id))
    take_back(it, marks=frozenset({mark}))
    with pytest.raises(Exception, match=r"(?i)unique"):
        take_back(it, marks=frozenset({mark}))
    db.session.rollback()


def test_an_actor_who_may_not_is_refused_before_anything_changes() -> None:
    it = given(people=1)
    stranger = UserFactory.create(role=Role.TRAINER).actor
    with pytest.raises(NotAllowed):
        services.take_back(
            training_session=it.training_session, taken=Taken(), now=NOW, actor=stranger
        )


def test_of_a_closed_session_only_whose_marks_changed_is_judged_again() -> None:
    it = given(people=2)
    it.mark("P", "P")
    marks = list(db.session.scalars(select(AttendanceMark.id).order_by(AttendanceMark.id)))
    services.close(training_session=it.training_session, now=NOW, actor=SYSTEM)
    services.take_back(
        training_session=it.training_session,
        taken=Taken(marks=frozenset(marks[:1])),
        now=NOW,
        actor=UserFactory.create(role=Role.UNIT_HEAD).actor,
    )
    assert [one.marks_obtained for one in it.participations] == [0, 1]
    assert it.training_session.status is Status.CLOSED


def test_it_leaves_a_trace() -> None:
    it = given(people=1)
    gone = withdrawn(it)
    trace = db.session.scalars(
        select(AuditEntry).where(AuditEntry.action == "training_session:list_taken_back")
    ).one()
    assert trace.changes == {"participations": [gone.id], "marks": 0, "heads": 0}
