from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Actor
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed, NotFound, StaleEdit
from lms.extensions import db
from lms.figures.targets import queries, services
from lms.figures.targets.errors import InTheWay, NotOfUnits, UnknownRegion
from lms.figures.targets.models import Target
from lms.figures.targets.rules import Fate
from lms.figures.targets.values import Aim, Given, Kind, Rotation
from tests.factories.people import CategoryFactory
from tests.figures.targets.given import (
    ADMINISTRATOR,
    HEAD,
    LATER,
    NEXT,
    NOW,
    TRAINER,
    YEAR,
    aim,
    rotation,
)
from tests.together import second_after

pytestmark = pytest.mark.usefixtures("database")


def trail() -> list[tuple[str, str]]:
    """Return action and target of every entry."""
    entries = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id))
    return [(it.action, it.target) for it in entries]


@pytest.mark.parametrize("actor", [TRAINER, ADMINISTRATOR])
def test_only_unit_heads_and_commands_enter(actor: Actor) -> None:
    with pytest.raises(NotAllowed):
        services.enter(given=aim(), now=NOW, actor=actor)
    with pytest.raises(NotAllowed):
        services.bring_in(kind=Kind.TARGETS, said=[aim()], now=NOW, actor=actor)
    entry = services.enter(given=aim(), now=NOW, actor=HEAD)
    with pytest.raises(NotAllowed):
        services.change(entry=entry, given=aim(count=50), now=NOW, actor=actor)
    with pytest.raises(NotAllowed):
        services.withdraw(entry=entry, now=NOW, actor=actor)


def test_what_is_entered_says_by_whom_and_leaves_a_trace() -> None:
    entry = services.enter(given=aim(), now=NOW, actor=HEAD)
    assert (entry.actor_id, entry.recorded_at, entry.given) == (HEAD.id, NOW, aim())
    assert trail() == [("target:enter", entry.tag)]


def test_the_trail_holds_no_text_that_somebody_typed() -> None:
    category = CategoryFactory.create()
    given = rotation(category_id=category.id, source="Lettre de Mme Exemple")
    services.enter(given=given, now=NOW, actor=HEAD)
    changes = str(db.session.scalars(select(AuditEntry.changes)).all())
    assert "Exemple" not in changes
    assert "Contingent" not in changes


def test_the_same_is_not_entered_twice() -> None:
    services.enter(given=aim(), now=NOW, actor=HEAD)
    with pytest.raises(InTheWay) as raised:
        services.enter(given=aim(count=50), now=NOW, actor=HEAD)
    assert raised.value.fate is Fate.CHANGED


def test_a_change_keeps_what_was_said_before() -> None:
    entry = services.enter(given=aim(), now=NOW, actor=HEAD)
    fresh = services.change(entry=entry, given=aim(count=50), now=LATER, actor=SYSTEM)
    assert (entry.withdrawn_at, fresh.recorded_at) == (LATER, LATER)
    assert [it.count for it in queries.standing(Kind.TARGETS)] == [50]

    assert [it.count for it in queries.targets(YEAR, None, NOW)] == [40]
    assert [it.count for it in queries.targets(YEAR, None, LATER)] == [50]
    assert trail()[-1] == ("target:change", fresh.tag)


def test_a_change_that_changes_nothing_writes_nothing() -> None:
    entry = services.enter(given=aim(), now=NOW, actor=HEAD)
    assert services.change(entry=entry, given=aim(), now=LATER, actor=HEAD) is entry
    assert len(trail()) == 1


def test_what_no_longer_holds_is_neither_changed_nor_withdrawn_again() -> None:
    entry = services.enter(given=aim(), now=NOW, actor=HEAD)
    services.withdraw(entry=entry, now=LATER, actor=HEAD)
    assert queries.standing(Kind.TARGETS) == []
    with pytest.raises(StaleEdit):
        services.change(entry=entry, given=aim(count=50), now=LATER, actor=HEAD)
    with pytest.raises(StaleEdit):
        services.withdraw(entry=entry, now=LATER, actor=HEAD)


def test_a_rotation_cannot_be_moved_onto_another() -> None:
    category = CategoryFactory.create()
    first = rotation(category_id=category.id)
    services.enter(given=first, now=NOW, actor=HEAD)
    second = services.enter(
        given=rotation(category_id=category.id, window=NEXT), now=NOW, actor=HEAD
    )
    with pytest.raises(InTheWay):
        services.change(entry=second, given=first, now=LATER, actor=HEAD)


def test_a_region_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownRegion):
        services.enter(given=aim(region="ML99"), now=NOW, actor=HEAD)


def test_minors_and_movements_have_no_units() -> None:
    minors = CategoryFactory.create(minors=True)
    movements = CategoryFactory.create(code="armed-movements")
    below = CategoryFactory.create(parent=movements)
    for category in (minors, movements, below):
        with pytest.raises(NotOfUnits):
            services.enter(given=rotation(category_id=category.id), now=NOW, actor=HEAD)


def test_a_list_adds_changes_and_leaves() -> None:
    said = [aim(), aim(window=NEXT)]
    services.bring_in(kind=Kind.TARGETS, said=said, now=NOW, actor=SYSTEM)
    changed = [aim(), aim(window=NEXT, count=50), aim(region="")]
    with pytest.raises(InTheWay):
        services.bring_in(kind=Kind.TARGETS, said=changed, now=LATER, actor=SYSTEM)
    brought = services.bring_in(kind=Kind.TARGETS, said=changed[:2], now=LATER, actor=SYSTEM)
    assert (brought.added, brought.changed, brought.same) == (0, 1, 1)
    assert sorted(it.count or 0 for it in queries.standing(Kind.TARGETS)) == [40, 50]
    everything = db.session.scalars(select(Target).execution_options(with_withdrawn=True)).all()
    assert len(everything) == 3


def test_the_second_of_two_who_enter_the_same_is_told(app: Flask) -> None:
    services.enter(given=aim(), now=NOW, actor=HEAD)
    late = second_after(
        app, lambda: services.enter(given=aim(count=50), now=NOW, actor=HEAD).count
    )
    with pytest.raises(InTheWay):
        late.result()
    assert [it.count for it in queries.standing(Kind.TARGETS)] == [40]


def test_the_second_of_two_who_change_the_same_is_told(app: Flask) -> None:
    number = services.enter(given=aim(), now=NOW, actor=HEAD).id
    db.session.commit()

    def change(count: int) -> int | None:
        entry = queries.get(Kind.TARGETS, number, HEAD)
        return services.change(entry=entry, given=aim(count=count), now=LATER, actor=HEAD).count

    change(50)
    late = second_after(app, lambda: change(60))
    # Whoever waited for the row sees it go; whoever comes after no longer finds it.
    with pytest.raises((StaleEdit, NotFound)):
        late.result()
    assert [it.count for it in queries.standing(Kind.TARGETS)] == [50]


@pytest.mark.parametrize("given", [aim(), rotation()])
def test_who_withdraws_waits_for_who_changes_and_is_told(app: Flask, given: Given) -> None:
    """The one who changes holds everything before they reach for the row."""
    category = CategoryFactory.create().id
    if isinstance(given, Rotation):
        given = replace(given, category_id=category)
    kind = Kind.TARGETS if isinstance(given, Aim) else Kind.STRENGTHS
    number = services.enter(given=given, now=NOW, actor=HEAD).id
    db.session.commit()
    entry = queries.get(kind, number, HEAD)
    queries.hold()

    def withdraw() -> None:
        services.withdraw(entry=queries.get(kind, number, HEAD), now=LATER, actor=HEAD)

    def change() -> None:
        services.change(entry=entry, given=replace(given, count=50), now=LATER, actor=HEAD)

    late = second_after(app, withdraw, still=change)
    with pytest.raises((StaleEdit, NotFound)):
        late.result()
    assert [it.count for it in queries.standing(kind)] == [50]
