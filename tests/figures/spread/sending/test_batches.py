"""A batch counts once all of it has arrived, and then once."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, func, select

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.figures import ledger
from lms.figures.spread import parts
from lms.figures.spread.errors import NotArrived, ServerAway
from lms.figures.spread.sending import batches, checking
from lms.figures.spread.sending.changes import note_changes
from lms.figures.spread.sending.holding import alone
from lms.figures.spread.servers import servers as named
from lms.figures.spread.standing import standing
from tests.factories.figures import RECORDED, FactFactory
from tests.figures.spread.given import DAY, away, on, on_postgresql, send, spread, trained

pytestmark = [on_postgresql, pytest.mark.usefixtures("servers")]


def half_sent() -> None:
    """Bring a batch to the servers, and never mark it complete."""
    with alone() as holding:
        before = standing(holding, named())
        holding.commit()
        assert batches.arrive(before, batches.begin(holding)) is not None


def agrees() -> bool:
    return not checking.check(actor=SYSTEM).differing


def test_rows_without_the_mark_do_not_count(servers: list[str]) -> None:
    FactFactory.create_batch(3, last_day=DAY)
    spread()
    FactFactory.create_batch(4, last_day=DAY)
    half_sent()
    landed = [on(it, select(func.count()).select_from(parts.part_fact))[0][0] for it in servers]
    assert sum(landed) == 7
    assert trained() == 3


def test_what_was_left_behind_counts_once_it_is_sent_again() -> None:
    FactFactory.create_batch(3, last_day=DAY)
    spread()
    FactFactory.create_batch(4, last_day=DAY)
    half_sent()
    half_sent()
    assert send() is not None
    assert (trained(), agrees(), send()) == (7, True, None)


def test_a_retraction_half_sent_takes_nobody_away() -> None:
    facts = FactFactory.create_batch(3, last_day=DAY)
    spread()
    for it in facts:
        it.retracted_at = RECORDED + timedelta(days=1)
    ledger.keep([it.training_session_id for it in facts])
    db.session.commit()
    half_sent()
    assert trained() == 3
    send()
    assert (trained(), agrees()) == (0, True)


def test_a_batch_of_which_a_server_lacks_rows_is_never_complete(
    servers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    FactFactory.create_batch(3, last_day=DAY)
    spread()
    FactFactory.create_batch(9, last_day=DAY)
    arrive = batches.arrive

    def lossy(*those: object) -> object:
        sent = arrive(*those)  # type: ignore[arg-type]  # as they came
        assert sent is not None
        on(servers[1], delete(parts.part_fact).where(parts.part_fact.c.batch == sent.number))
        return sent

    monkeypatch.setattr(batches, "arrive", lossy)
    with pytest.raises(NotArrived):
        send()
    assert trained() == 3
    monkeypatch.undo()
    send()
    assert (trained(), agrees()) == (12, True)


def test_a_server_away_has_nothing_sent_and_nothing_counted(servers: list[str]) -> None:
    FactFactory.create_batch(3, last_day=DAY)
    spread()
    FactFactory.create_batch(9, last_day=DAY)
    with away(servers[2]):
        for act in (send, trained):
            with pytest.raises(ServerAway, match="3 of 3"):
                act()
    assert trained() == 3
    send()
    assert trained() == 12


def test_a_server_lost_in_the_middle_is_named(
    servers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    FactFactory.create_batch(3, last_day=DAY)
    spread()
    FactFactory.create_batch(9, last_day=DAY)

    def late(*those: object) -> bool:
        noted = note_changes(*those)  # type: ignore[arg-type]  # as they came
        gone.__enter__()
        return noted

    gone = away(servers[1])
    monkeypatch.setattr(f"{batches.__name__}.note_changes", late)
    with pytest.raises(ServerAway, match="2 of 3"):
        send()
    gone.__exit__(None, None, None)
    monkeypatch.undo()
    assert trained() == 3
    send()
    assert (trained(), agrees()) == (12, True)


def test_a_person_lives_on_one_server(servers: list[str]) -> None:
    one = FactFactory.create(last_day=DAY)
    FactFactory.create_batch(2, last_day=DAY, participation__person=one.person)
    FactFactory.create_batch(12, last_day=DAY)
    spread()
    there = [
        {it.person for it in on(address, select(parts.part_fact.c.person))} for address in servers
    ]
    assert sum(map(len, there)) == len(set.union(*there)) == 13
    assert all(there)


def test_sending_leaves_its_trace() -> None:
    FactFactory.create(last_day=DAY)
    spread()
    entry = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "ledger:send")).one()
    assert entry.changes == {"facts": 1, "training_sessions": 1}


def test_only_administrators_send() -> None:
    for role in (Role.TRAINER, Role.UNIT_HEAD):
        with pytest.raises(NotAllowed):
            batches.send(actor=Actor(kind=ActorKind.USER, id=1, role=role))
