from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from lms.accounts.actors import Actor, ActorKind, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.figures.events import queries, services
from lms.figures.events.models import Answer
from lms.figures.events.queries import Pair
from lms.sessions.kinds import Status
from tests.figures.events.given import HEAD, twins

pytestmark = pytest.mark.usefixtures("database")
NOW = datetime(2014, 4, 1, 9, tzinfo=UTC)


def pair() -> Pair:
    one, other = twins()
    return queries.pair(one.id, other.id, HEAD)


def trail() -> list[object]:
    entries = db.session.scalars(
        select(AuditEntry).where(AuditEntry.action == "event_answer:made").order_by(AuditEntry.id)
    )
    return [(it.changes or {})["answer"] for it in entries]


def test_an_answer_is_kept_and_leaves_its_trace_and_nothing_is_merged() -> None:
    asked = pair()
    services.answer(pair=asked, answer=Answer.TWO, now=NOW, actor=HEAD)
    kept = queries.given(asked.one_id, asked.other_id)
    assert kept is not None
    assert kept.answer is Answer.TWO
    assert {kept.one.status, kept.other.status} == {Status.CLOSED}
    assert trail() == [[None, "two"]]


def test_another_answer_takes_its_place_and_the_trail_has_both() -> None:
    asked = pair()
    services.answer(pair=asked, answer=Answer.TWO, now=NOW, actor=HEAD)
    services.answer(pair=asked, answer=Answer.ONE, now=NOW, actor=HEAD)
    assert trail() == [[None, "two"], ["two", "one"]]


def test_the_same_answer_twice_is_one() -> None:
    asked = pair()
    for _ in range(2):
        services.answer(pair=asked, answer=Answer.ONE, now=NOW, actor=HEAD)
    assert trail() == [[None, "one"]]


@pytest.mark.parametrize("role", [Role.TRAINER, Role.ADMINISTRATOR])
def test_unit_heads_alone_say_what_it_is(role: Role) -> None:
    asked = pair()
    with pytest.raises(NotAllowed):
        services.answer(
            pair=asked,
            answer=Answer.TWO,
            now=NOW,
            actor=Actor(kind=ActorKind.USER, id=1, role=role),
        )
