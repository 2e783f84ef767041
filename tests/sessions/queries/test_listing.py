from datetime import timedelta

import pytest

from lms.accounts.actors import SYSTEM
from lms.sessions import queries
from lms.sessions.kinds import ParticipationRole, PlaceLevel, Status
from lms.sessions.queries.listing import PAGE_SIZE, Order, Search
from tests.factories.accounts import UserFactory
from tests.factories.sessions import (
    FIRST_DAY,
    HeadcountFactory,
    ParticipationFactory,
    PlaceFactory,
    TrainingSessionFactory,
)
from tests.sessions.given import given, statements

pytestmark = pytest.mark.usefixtures("database")


def references(search: Search) -> list[str]:
    return [it.reference for it in queries.session_page(search, SYSTEM).lines]


def test_a_trainer_sees_the_sessions_they_give() -> None:
    it = given()
    TrainingSessionFactory.create()
    assert [line.id for line in queries.session_page(Search(), it.actor).lines] == [it.id]
    assert queries.session_page(Search(), SYSTEM).total == 2
    assert not queries.any_readable(UserFactory.create().actor)


def test_a_line_counts_participants_and_heads_apart() -> None:
    it = given(people=2)
    ParticipationFactory.create(
        training_session=it.training_session, role=ParticipationRole.TRAINER
    )
    HeadcountFactory.create(training_session=it.training_session, count=40)
    (line,) = queries.session_page(Search(), SYSTEM).lines
    assert (line.participants, line.headcount) == (2, 40)


def test_every_word_is_looked_for() -> None:
    gao = PlaceFactory.create(name_fr="Gao")
    one = TrainingSessionFactory.create(place=gao, venue="École d’exemple")
    TrainingSessionFactory.create(place=gao)
    assert references(Search(words="gao école")) == [one.reference]
    assert references(Search(words=one.short_code.lower())) == [one.reference]
    assert references(Search(words="100%")) == []


def test_filters_narrow_the_list() -> None:
    region = PlaceFactory.create(name_fr="Gao", name_en="Gao")
    cercle = PlaceFactory.create(level=PlaceLevel.CERCLE, parent=region)
    one = TrainingSessionFactory.create(place=cercle, status=Status.HELD)
    other = TrainingSessionFactory.create()
    assert references(Search(region="Gao")) == [one.reference]
    assert references(Search(status=Status.HELD)) == [one.reference]
    assert references(Search(course_id=other.course_version.course_id)) == [other.reference]
    assert ("Gao", "Gao") in queries.regions_used(SYSTEM)
    assert len(queries.courses_used(SYSTEM)) == 2


def test_the_list_can_be_sorted() -> None:
    early = TrainingSessionFactory.create(place__name_fr="Zou")
    late = TrainingSessionFactory.create(
        place__name_fr="Ansongo", first_day=FIRST_DAY + timedelta(9)
    )
    assert references(Search()) == [late.reference, early.reference]
    for order in (Order.OLDEST, Order.COURSE):
        assert references(Search(order=order)) == [early.reference, late.reference]
    assert references(Search(order=Order.PLACE)) == [late.reference, early.reference]


def test_a_page_past_the_end_is_the_last() -> None:
    TrainingSessionFactory.create_batch(PAGE_SIZE + 1)
    page = queries.session_page(Search(page=9), SYSTEM)
    assert (page.page, page.pages, len(page.lines)) == (2, 2, 1)


def test_the_list_takes_as_many_statements_however_long_it_is() -> None:
    given(people=2)
    few = statements(lambda: queries.session_page(Search(), SYSTEM))
    for _ in range(5):
        given(people=2)
    assert statements(lambda: queries.session_page(Search(), SYSTEM)) == few


def test_what_is_late_was_over_and_is_not_closed() -> None:
    after = FIRST_DAY + timedelta(1)
    late = {
        TrainingSessionFactory.create(status=it).reference
        for it in (Status.PLANNED, Status.OPEN, Status.HELD)
    }
    for status in (Status.CLOSED, Status.CANCELLED):
        TrainingSessionFactory.create(status=status)
    TrainingSessionFactory.create(first_day=after)
    assert set(references(Search(late_on=after))) == late
    assert references(Search(late_on=FIRST_DAY)) == []
