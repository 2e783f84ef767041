from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.accounts.models import AuditEntry
from lms.certificates import errors, queries, services
from lms.certificates.kinds import Kind, Reason, State
from lms.certificates.models import Certificate
from lms.certificates.rules.numbers import is_number
from lms.certificates.values import from_json
from lms.errors import NotAllowed
from lms.extensions import db
from lms.people.kinds import AgeGroup
from lms.sessions.kinds import ParticipationRole, Status
from lms.sessions.models import Participation, TrainingSession
from lms.sessions.outcome import Outcome
from tests.factories.accounts import UserFactory
from tests.factories.certificates import NOW, closed_session, trained
from tests.factories.people import PersonFactory
from tests.factories.quizzes import AttemptFactory
from tests.factories.sessions import FacilitatorFactory
from tests.together import second_after

pytestmark = pytest.mark.usefixtures("database")


def issue(training_session: TrainingSession, actor: Actor = SYSTEM) -> list[Certificate]:
    return services.issue(training_session=training_session, now=NOW, actor=actor)


def pass_quiz(participation: Participation) -> None:
    AttemptFactory.create(participation=participation, handed_in_at=NOW, percent=90, passed=True)


def unit_head() -> Actor:
    actor: Actor = UserFactory.create(role=Role.UNIT_HEAD).actor
    return actor


def runnings(certificates: list[Certificate]) -> list[int]:
    return [int(it.number.split("-")[2]) for it in certificates]


def test_who_passed_completes_and_who_was_trained_participated() -> None:
    training_session = closed_session()
    pass_quiz(trained(training_session))
    trained(training_session)
    assert sorted(it.kind for it in issue(training_session)) == [
        Kind.COMPLETION,
        Kind.PARTICIPATION,
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"outcome": Outcome.SENSITIZED},
        {"outcome": Outcome.NONE},
        {"age_group": AgeGroup.MINOR},
        {"role": ParticipationRole.TRAINER, "outcome": Outcome.NONE},
    ],
)
def test_others_get_none(changes: dict[str, object]) -> None:
    training_session = closed_session()
    trained(training_session, **changes)
    assert issue(training_session) == []


def test_the_content_is_frozen_as_it_was_in_the_session() -> None:
    training_session = closed_session(days=2)
    person = PersonFactory.create(given_names="Awa", surname="Exemple", rank="Cne")
    trained(training_session, person=person, rank="Adj")
    (certificate,) = issue(training_session)
    person.surname = "Autre"
    content = from_json(certificate.content)
    assert (content.given_names, content.surname) == ("Awa", "Exemple")
    assert (content.rank_fr, content.rank_en) == ("adjudant", "Warrant Officer")
    assert content.minutes == 720
    assert (content.first_day, content.last_day) == (date(2014, 3, 12), date(2014, 3, 13))
    assert content.made_on == NOW.date()
    assert (content.number, content.code) == (certificate.number, certificate.code)
    assert content.link.endswith(f"/verify/{certificate.code}")


def test_a_second_call_issues_only_what_is_missing() -> None:
    training_session = closed_session()
    first = trained(training_session)
    assert [it.participation_id for it in issue(training_session)] == [first.id]
    late = trained(training_session)
    assert [it.participation_id for it in issue(training_session)] == [late.id]
    assert issue(training_session) == []


def test_whoever_was_revoked_gets_no_other_by_issuing_again() -> None:
    training_session = closed_session()
    trained(training_session)
    (certificate,) = issue(training_session)
    services.revoke(certificate=certificate, reason=Reason.MISTAKE, now=NOW, actor=unit_head())
    assert issue(training_session) == []


def test_numbers_run_on_without_gaps_and_begin_again_each_year() -> None:
    one, other, next_year = closed_session(), closed_session(), closed_session(year=2015)
    for training_session, count in ((one, 3), (other, 2), (next_year, 2)):
        for _ in range(count):
            trained(training_session)
    issued = issue(one) + issue(other)
    assert runnings(issued) == [1, 2, 3, 4, 5]
    assert runnings(issue(next_year)) == [1, 2]
    assert all(is_number(it.number) for it in issued)


def test_a_number_given_back_by_a_rollback_is_given_again() -> None:
    training_session = closed_session()
    trained(training_session)
    issue(training_session)
    db.session.rollback()
    assert runnings(issue(training_session)) == [1]


def test_a_session_that_is_not_closed_gives_none() -> None:
    training_session = closed_session()
    training_session.status = Status.HELD
    db.session.flush()
    with pytest.raises(errors.NotClosed):
        issue(training_session)


def test_issuing_leaves_one_trace_with_ids_alone() -> None:
    training_session = closed_session()
    trained(training_session)
    actor = unit_head()
    (certificate,) = issue(training_session, actor)
    entry = db.session.scalars(select(AuditEntry)).one()
    assert (entry.action, entry.target) == ("certificate:issued", training_session.tag)
    assert entry.changes == {"certificates": [certificate.id]}
    assert (entry.actor_id, certificate.issued_by_id) == (actor.id, actor.id)


def test_issuing_leaves_the_commit_to_its_caller() -> None:
    training_session = closed_session()
    trained(training_session)
    issue(training_session)
    db.session.rollback()
    assert queries.of_session(training_session.id) == []


def test_the_trainer_who_gave_the_session_may_issue() -> None:
    training_session = closed_session()
    trained(training_session)
    user = UserFactory.create(role=Role.TRAINER)
    FacilitatorFactory.create(training_session=training_session, user=user)
    assert len(issue(training_session, user.actor)) == 1


@pytest.mark.parametrize("role", [Role.TRAINER, Role.ADMINISTRATOR])
def test_other_accounts_may_not(role: Role) -> None:
    training_session = closed_session()
    with pytest.raises(NotAllowed):
        issue(training_session, UserFactory.create(role=role).actor)


def test_the_holder_of_a_pass_code_may_not() -> None:
    participation = trained()
    holder = Actor(kind=ActorKind.PARTICIPANT, id=participation.id, role=Role.PARTICIPANT)
    with pytest.raises(NotAllowed):
        issue(participation.training_session, holder)


def issue_later(training_session_id: int) -> list[int]:
    """Issue in a context of its own, and return the running numbers."""
    return runnings(issue(db.session.get_one(TrainingSession, training_session_id)))


def test_two_who_issue_at_once_issue_once(app: Flask) -> None:
    training_session = closed_session()
    trained(training_session)
    training_session_id = training_session.id
    assert len(issue(training_session)) == 1
    assert second_after(app, lambda: issue_later(training_session_id)).result() == []


def test_two_sessions_issued_at_once_share_no_number(app: Flask) -> None:
    one, other = closed_session(), closed_session()
    trained(one)
    trained(other)
    other_id = other.id
    assert runnings(issue(one)) == [1]
    assert second_after(app, lambda: issue_later(other_id)).result() == [2]


def test_who_waited_for_a_number_that_was_given_back_takes_it(app: Flask) -> None:
    one, other = closed_session(), closed_session()
    trained(one)
    trained(other)
    other_id = other.id
    assert runnings(issue(one)) == [1]
    assert second_after(app, lambda: issue_later(other_id), kept=False).result() == [1]


def test_two_who_replace_at_once_replace_once(app: Flask) -> None:
    (old,) = issue(trained().training_session)
    actor, old_id = unit_head(), old.id
    db.session.commit()

    def again() -> Certificate:
        found = queries.get(old_id, actor)
        return services.replace(certificate=found, now=NOW, actor=actor)

    again()
    assert isinstance(second_after(app, again).exception(), errors.NotValid)


def test_replacing_says_what_the_register_says_today() -> None:
    participation = trained()
    (old,) = issue(participation.training_session)
    participation.person.surname = "Corrigé"
    fresh = services.replace(certificate=old, now=NOW, actor=unit_head())
    assert (old.state, old.replaced_by_id) == (State.REPLACED, fresh.id)
    assert from_json(fresh.content).surname == "Corrigé"
    assert {old.number, old.code}.isdisjoint({fresh.number, fresh.code})
    assert queries.of_participation(participation.id) is fresh


def test_only_a_valid_certificate_is_replaced() -> None:
    (old,) = issue(trained().training_session)
    actor = unit_head()
    services.replace(certificate=old, now=NOW, actor=actor)
    with pytest.raises(errors.NotValid):
        services.replace(certificate=old, now=NOW, actor=actor)


def test_nothing_replaces_a_certificate_that_is_no_longer_due() -> None:
    participation = trained()
    (old,) = issue(participation.training_session)
    participation.outcome = Outcome.SENSITIZED
    with pytest.raises(errors.NothingDue):
        services.replace(certificate=old, now=NOW, actor=unit_head())
    assert old.state is State.ISSUED


def test_a_trainer_replaces_none() -> None:
    (old,) = issue(trained().training_session)
    with pytest.raises(NotAllowed):
        services.replace(certificate=old, now=NOW, actor=UserFactory.create().actor)
