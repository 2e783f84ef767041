import pytest

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.sessions.kinds import ParticipationRole
from lms.web.participant import queries
from lms.web.participant.stages import Stage
from tests.factories.accounts import UserFactory
from tests.factories.certificates import CertificateFactory, trained
from tests.factories.quizzes import QuizFactory
from tests.factories.sessions import ParticipationFactory
from tests.quizzes.steps import hand_in, holder, start
from tests.sessions.given import statements

pytestmark = pytest.mark.usefixtures("database")


def test_a_space_is_that_of_the_session_and_the_person() -> None:
    theirs = ParticipationFactory.create(
        person__surname="Exemple", person__given_names="Awa", training_session__short_code="GAO7"
    )
    ParticipationFactory.create(training_session=theirs.training_session)
    space = queries.space(holder(theirs))
    assert space.training_session == theirs.training_session
    assert space.name == "EXEMPLE Awa"
    assert (space.quizzes, space.certificate) == ([], None)


def test_the_quiz_of_the_course_waits_in_the_space() -> None:
    quiz = QuizFactory.create()
    theirs = ParticipationFactory.create(training_session__course_version=quiz.course_version)
    ((offer, stage),) = queries.space(holder(theirs)).quizzes
    assert (offer.quiz_id, stage) == (quiz.id, Stage.READY)


def test_what_one_hands_in_changes_nothing_for_the_others() -> None:
    quiz = QuizFactory.create()
    one = ParticipationFactory.create(training_session__course_version=quiz.course_version)
    other = ParticipationFactory.create(training_session=one.training_session)
    hand_in(start(one))
    assert [stage for _, stage in queries.space(holder(one)).quizzes] == [Stage.AGAIN]
    assert [stage for _, stage in queries.space(holder(other)).quizzes] == [Stage.READY]


def test_who_is_there_in_another_role_takes_no_quiz() -> None:
    quiz = QuizFactory.create()
    observer = ParticipationFactory.create(
        training_session__course_version=quiz.course_version, role=ParticipationRole.OBSERVER
    )
    assert queries.space(holder(observer)).quizzes == []


def test_a_certificate_is_in_the_space_of_whose_it_is() -> None:
    graduate = trained()
    neighbour = trained(graduate.training_session)
    certificate = CertificateFactory.create(participation=graduate)
    assert queries.space(holder(graduate)).certificate == certificate
    assert queries.space(holder(neighbour)).certificate is None


def test_the_code_of_the_session_is_known_when_the_phone_is_given_back() -> None:
    theirs = ParticipationFactory.create(training_session__short_code="GAO7")
    assert queries.short_code(holder(theirs)) == "GAO7"


def account_with_the_number_of(participation_id: int) -> Actor:
    """Return an account whose id is that of a participation."""
    user = UserFactory.create(role=Role.PARTICIPANT)
    return Actor(kind=ActorKind.USER, id=participation_id, role=user.role)


def test_only_a_pass_code_opens_a_space() -> None:
    theirs = ParticipationFactory.create()
    for actor in (account_with_the_number_of(theirs.id), SYSTEM):
        with pytest.raises(NotAllowed):
            queries.space(actor)
        with pytest.raises(NotAllowed):
            queries.short_code(actor)


def test_a_participation_that_is_no_more_has_no_space() -> None:
    theirs = ParticipationFactory.create()
    actor = holder(theirs)
    db.session.delete(theirs)
    db.session.flush()
    with pytest.raises(NotFound):
        queries.space(actor)


def test_a_space_costs_as_much_in_a_full_session() -> None:
    quiz = QuizFactory.create()
    one = ParticipationFactory.create(training_session__course_version=quiz.course_version)
    actor = holder(one)

    def asked() -> int:
        db.session.rollback()
        return statements(lambda: queries.space(actor))

    alone = asked()
    for _ in range(3):
        start(ParticipationFactory.create(training_session=one.training_session))
    assert asked() == alone
