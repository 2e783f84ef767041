import pytest

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.certificates import queries
from lms.certificates.kinds import Kind, Obstacle, Reason, State
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.people.kinds import AgeGroup
from lms.sessions.kinds import ParticipationRole, Status
from lms.sessions.models import Participation
from lms.sessions.outcome import Outcome
from tests.factories.accounts import UserFactory
from tests.factories.certificates import NOW, CertificateFactory, closed_session, trained
from tests.factories.people import PersonFactory
from tests.factories.quizzes import AttemptFactory
from tests.factories.sessions import FacilitatorFactory

pytestmark = pytest.mark.usefixtures("database")


def holder(participation: Participation) -> Actor:
    return Actor(kind=ActorKind.PARTICIPANT, id=participation.id, role=Role.PARTICIPANT)


def account(role: Role) -> Actor:
    actor: Actor = UserFactory.create(role=role).actor
    return actor


def test_candidates_stand_by_name_each_with_what_is_due_or_why_nothing_is() -> None:
    training_session = closed_session()

    def called(surname: str, **changes: object) -> Participation:
        return trained(training_session, person=PersonFactory.create(surname=surname), **changes)

    called("Exemple D", age_group=AgeGroup.MINOR)
    called("Exemple C", outcome=Outcome.SENSITIZED)
    called("Exemple B")
    passed = called("Exemple A")
    AttemptFactory.create(participation=passed, handed_in_at=NOW, percent=90, passed=True)
    assert [it.due for it in queries.candidates(training_session)] == [
        Kind.COMPLETION,
        Kind.PARTICIPATION,
        Obstacle.BELOW_DOSE,
        Obstacle.MINOR,
    ]


def test_who_helped_to_give_a_session_is_no_candidate() -> None:
    training_session = closed_session()
    trained(training_session, role=ParticipationRole.TRAINER, outcome=Outcome.NONE)
    assert queries.candidates(training_session) == []


@pytest.mark.parametrize("status", [it for it in Status if it is not Status.CLOSED])
def test_nobody_is_due_anything_before_the_session_is_closed(status: Status) -> None:
    training_session = closed_session()
    trained(training_session)
    training_session.status = status
    assert queries.candidates(training_session) == []


def test_an_attempt_that_was_not_passed_completes_nothing() -> None:
    participation = trained()
    AttemptFactory.create(participation=participation, handed_in_at=NOW, percent=69, passed=False)
    (candidate,) = queries.candidates(participation.training_session)
    assert candidate.kind is Kind.PARTICIPATION


def test_a_candidate_is_missing_one_until_a_certificate_was_issued() -> None:
    participation = trained()
    (before,) = queries.candidates(participation.training_session)
    certificate = CertificateFactory.create(
        participation=participation, state=State.REVOKED, reason=Reason.MISTAKE
    )
    (after,) = queries.candidates(participation.training_session)
    assert (before.missing, after.missing) == (True, False)
    assert after.certificate is certificate


def test_an_obstacle_is_no_kind_and_nothing_is_missing() -> None:
    participation = trained(outcome=Outcome.NONE)
    (candidate,) = queries.candidates(participation.training_session)
    assert (candidate.kind, candidate.missing) == (None, False)


def test_the_latest_certificate_of_a_participation_is_shown() -> None:
    old = CertificateFactory.create(state=State.REPLACED, state_changed_at=NOW)
    fresh = CertificateFactory.create(participation=old.participation)
    (candidate,) = queries.candidates(old.participation.training_session)
    assert candidate.certificate is fresh


def test_only_valid_ones_are_printed_by_number() -> None:
    training_session = closed_session()
    numbers = ("EX-2014-000009-A", "EX-2014-000002-B")
    for number in numbers:
        CertificateFactory.create(participation=trained(training_session), number=number)
    CertificateFactory.create(participation=trained(training_session), state=State.EXPIRED)
    CertificateFactory.create()
    printed = [it.number for it in queries.to_print(training_session.id)]
    assert printed == sorted(numbers)


def test_whoever_holds_a_pass_code_finds_their_own_valid_certificate() -> None:
    certificate = CertificateFactory.create()
    CertificateFactory.create()
    assert queries.of_holder(holder(certificate.participation)) is certificate


def test_what_no_longer_holds_is_not_given_to_its_holder() -> None:
    certificate = CertificateFactory.create(state=State.EXPIRED)
    with pytest.raises(NotFound):
        queries.of_holder(holder(certificate.participation))


def test_an_account_with_the_number_of_a_participation_is_no_holder() -> None:
    certificate = CertificateFactory.create()
    same_number = Actor(
        kind=ActorKind.USER, id=certificate.participation_id, role=Role.PARTICIPANT
    )
    with pytest.raises(NotFound):
        queries.of_holder(same_number)


@pytest.mark.parametrize("role", [Role.UNIT_HEAD, Role.ADMINISTRATOR])
def test_a_certificate_is_read_by_those_who_read_every_session(role: Role) -> None:
    certificate = CertificateFactory.create()
    assert queries.get(certificate.id, account(role)) is certificate
    assert queries.listed(account(role)).rows == [certificate]


def test_a_trainer_reads_those_of_the_sessions_they_give() -> None:
    own, other = CertificateFactory.create(), CertificateFactory.create()
    user = UserFactory.create(role=Role.TRAINER)
    FacilitatorFactory.create(training_session=own.participation.training_session, user=user)
    assert queries.get(own.id, user.actor) is own
    with pytest.raises(NotAllowed):
        queries.get(other.id, user.actor)
    assert queries.listed(user.actor).rows == [own]


def test_a_certificate_that_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        queries.get(404, SYSTEM)


def test_only_a_whole_code_opens_a_certificate() -> None:
    certificate = CertificateFactory.create()
    assert queries.by_code(certificate.code) is certificate
    for other in (certificate.number, certificate.code[:11], f"{certificate.code[:11]}%", ""):
        with pytest.raises(NotFound):
            queries.by_code(other)


def test_a_session_is_called_by_its_reference_or_its_short_code() -> None:
    training_session = closed_session(reference="EX-GAO", short_code="GAO7")
    for name in ("EX-GAO", "gao7 "):
        assert queries.training_session_called(name) is training_session
    with pytest.raises(NotFound):
        queries.training_session_called("GAO")


def test_the_latest_issue_stands_first_and_pages_stay_within_what_there_is() -> None:
    certificates = CertificateFactory.create_batch(queries.PER_PAGE + 1)
    certificates[-1].issued_at = NOW.replace(year=2016)
    db.session.flush()
    first, beyond = queries.listed(SYSTEM), queries.listed(SYSTEM, page=99)
    assert first.rows[0] is certificates[-1]
    assert (first.pages, first.total, len(first.rows)) == (2, 26, 25)
    assert (beyond.number, len(beyond.rows)) == (2, 1)
    assert queries.listed(SYSTEM, page=-1).number == 1


def test_a_number_is_searched_as_it_is_typed_and_not_as_a_pattern() -> None:
    certificate = CertificateFactory.create(number="EX-2014-000123-N")
    assert queries.listed(SYSTEM, number=" 000123-n").rows == [certificate]
    for pattern in ("%", "_", "000%3"):
        assert queries.listed(SYSTEM, number=pattern).total == 0


def test_an_empty_list_has_one_page() -> None:
    page = queries.listed(SYSTEM)
    assert (page.number, page.pages, page.total) == (1, 1, 0)
