from datetime import date

import pytest

from lms.extensions import db
from lms.sessions import queries, services
from lms.sessions.kinds import MarkState, ParticipationRole
from tests.factories.accounts import UserFactory
from tests.sessions.given import given, statements

pytestmark = pytest.mark.usefixtures("database")


def test_the_roster_calls_participants_by_name_with_rank_and_number() -> None:
    it = given(people=3)
    it.participations[1].rank = "Sgt"
    it.participations[2].role = ParticipationRole.TRAINER
    it.mark("B", "L", "P")
    first, second = queries.roster(it.id, it.slots[0].id)
    assert (first.name, first.tail, first.state) == ("EXEMPLE00 Awa", "710", MarkState.BLANK)
    assert (second.rank, second.tail, second.state) == ("Sgt", "711", MarkState.LATE)
    assert queries.participant_count(it.id) == 2


def test_each_slot_says_how_far_it_is() -> None:
    it = given(days=2, people=3)
    it.mark("PB", "AB", "LP")
    one, two = queries.slot_states(it.training_session)
    assert (one.called, one.present, one.expected, one.complete) == (3, 2, 3, True)
    assert (two.called, two.complete) == (1, False)


def test_the_slot_at_hand_is_the_first_unfinished_one_that_has_begun() -> None:
    it = given(days=3, people=1)

    def at_hand(day: int) -> int:
        states = queries.slot_states(it.training_session)
        found = queries.slot_at_hand(states, date(2014, 3, day))
        assert found is not None
        return found.slot.position

    assert at_hand(11) == at_hand(14) == 1
    it.mark("PBB")
    assert at_hand(12) == 2
    services.settle_slot(slot=it.slots[1], held=False, actor=it.actor)
    assert at_hand(14) == 3
    it.mark("BBP")
    assert at_hand(20) == 3
    assert queries.slot_at_hand([], date(2014, 3, 12)) is None


def test_accounts_are_named_by_their_id() -> None:
    awa = UserFactory.create(name="Awa Exemple")
    assert queries.account_names([awa.id, 10_000]) == {awa.id: "Awa Exemple"}


def test_the_roster_takes_as_many_statements_however_many_people_there_are() -> None:
    few, many = given(people=2), given(people=9)
    counts = []
    for it in (few, many):
        db.session.expire_all()
        ids = it.id, it.slots[0].id
        counts.append(statements(lambda ids=ids: queries.roster(*ids)))
    assert counts[0] == counts[1]
