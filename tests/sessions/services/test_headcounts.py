import pytest
from sqlalchemy import select

from lms.accounts.models import AuditEntry
from lms.courses.models import CourseKind
from lms.errors import NotAllowed
from lms.extensions import db
from lms.people.kinds import AgeGroup, Sex
from lms.sessions import errors, queries, services
from lms.sessions.kinds import Status
from lms.sessions.models import Headcount
from lms.sessions.outcome import Outcome
from lms.sessions.values import Heads
from tests.factories.accounts import UserFactory
from tests.factories.people import CategoryFactory
from tests.sessions.given import given

pytestmark = pytest.mark.usefixtures("database")


def heads(
    count: int, *, category_id: int | None = None, minors: bool = False, **more: bool
) -> Heads:
    return Heads(
        category_id=category_id or CategoryFactory.create().id,
        sex=Sex.FEMALE,
        age_group=AgeGroup.MINOR if minors else AgeGroup.ADULT,
        outcome=Outcome.TRAINED if more.pop("trained", False) else Outcome.SENSITIZED,
        count=count,
        **more,
    )


def test_each_cell_is_set_and_others_stay() -> None:
    it = given()
    women, girls = heads(12, at_least=True), heads(7, minors=True)
    services.count_heads(
        training_session=it.training_session, heads=[women, girls], actor=it.actor
    )
    again = heads(15, category_id=women.category_id)
    services.count_heads(training_session=it.training_session, heads=[again], actor=it.actor)
    db.session.commit()
    found = [(row.count, row.at_least) for row in queries.headcounts(it.id)]
    assert sorted(found) == [(7, False), (15, False)]
    assert len(db.session.scalars(select(AuditEntry)).all()) == 2


def test_zero_takes_a_cell_away() -> None:
    it = given()
    women = heads(12)
    services.count_heads(training_session=it.training_session, heads=[women], actor=it.actor)
    none = heads(0, category_id=women.category_id)
    services.count_heads(
        training_session=it.training_session, heads=[none, heads(0)], actor=it.actor
    )
    db.session.commit()
    assert db.session.scalars(select(Headcount)).all() == []


def test_a_sensitization_trains_nobody() -> None:
    it = given(course_version__course__kind=CourseKind.SENSITIZATION)
    with pytest.raises(errors.NotForThisCourse):
        services.count_heads(
            training_session=it.training_session, heads=[heads(3, trained=True)], actor=it.actor
        )


def test_minors_among_armed_movements_leave_no_trace() -> None:
    it = given()
    category = CategoryFactory.create(code="armed-movements")
    with pytest.raises(errors.CheckAgeOutside):
        services.count_heads(
            training_session=it.training_session,
            heads=[heads(3, category_id=category.id, minors=True)],
            actor=it.actor,
        )


def test_an_unknown_category_is_refused() -> None:
    it = given()
    with pytest.raises(errors.UnknownCategory):
        services.count_heads(
            training_session=it.training_session,
            heads=[heads(3, category_id=10_000)],
            actor=it.actor,
        )


def test_nobody_is_counted_once_it_is_over() -> None:
    it = given(status=Status.CLOSED)
    with pytest.raises(errors.SessionOver):
        services.count_heads(
            training_session=it.training_session, heads=[heads(3)], actor=it.actor
        )


def test_another_trainer_counts_nobody() -> None:
    it = given()
    with pytest.raises(NotAllowed):
        services.count_heads(
            training_session=it.training_session,
            heads=[heads(3)],
            actor=UserFactory.create().actor,
        )


def test_counting_leaves_the_commit_to_its_caller() -> None:
    it = given()
    services.count_heads(training_session=it.training_session, heads=[heads(3)], actor=it.actor)
    db.session.rollback()
    assert db.session.scalars(select(Headcount)).all() == []
