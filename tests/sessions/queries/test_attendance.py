import pytest

from lms.errors import NotFound
from lms.extensions import db
from lms.sessions import queries
from lms.sessions.kinds import MarkState, ParticipationRole
from lms.sessions.outcome import Outcome
from tests.factories.people import CategoryFactory
from tests.factories.sessions import HeadcountFactory, ParticipationFactory
from tests.sessions.given import given, statements

pytestmark = pytest.mark.usefixtures("database")


def test_people_stand_by_name_whatever_their_accents() -> None:
    it = given()
    for surname in ("Édouard", "Zana", "Awa"):
        ParticipationFactory.create(training_session=it.training_session, person__surname=surname)
    found = queries.participations(it.id)
    assert [person.person.surname for person in found] == ["Awa", "Édouard", "Zana"]


def test_people_are_read_in_as_many_statements_however_many_they_are() -> None:
    few, many = given(people=2).id, given(people=9).id
    counts = []
    for session_id in (few, many):
        db.session.expunge_all()
        counts.append(
            statements(
                lambda it=session_id: [one.category.parent for one in queries.participations(it)]
            )
        )
    assert counts[0] == counts[1]


def test_the_latest_mark_of_each_cell_counts() -> None:
    it = given(days=2, people=2)
    it.mark("PB", "AL")
    it.mark("AB", "BB")
    first, second = (person.id for person in it.participations)
    one, two = (slot.id for slot in it.slots)
    assert queries.latest_marks(it.id) == {
        (first, one): MarkState.ABSENT,
        (second, one): MarkState.ABSENT,
        (second, two): MarkState.LATE,
    }


def test_a_participation_is_found_in_its_own_session_only() -> None:
    it, other = given(people=1), given()
    person = it.participations[0]
    assert queries.participation(person.id, it.id) == person
    with pytest.raises(NotFound):
        queries.participation(person.id, other.id)


def test_headcounts_stand_in_the_order_of_categories() -> None:
    it = given()
    later, sooner = CategoryFactory.create(position=9), CategoryFactory.create(position=2)
    for category in (later, sooner):
        HeadcountFactory.create(training_session=it.training_session, category=category)
    assert [one.category for one in queries.headcounts(it.id)] == [sooner, later]


def test_the_tally_counts_participants_only() -> None:
    it = given(people=2)
    it.participations[0].outcome = Outcome.TRAINED
    it.participations[1].outcome = Outcome.NONE
    it.participations[1].role = ParticipationRole.TRAINER
    assert queries.tally(it.id) == {Outcome.TRAINED: 1, Outcome.SENSITIZED: 0, Outcome.NONE: 0}
