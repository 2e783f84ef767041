"""Two records of one person: joined, told apart, and taken back."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Actor, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.people import services
from lms.people.errors import AlreadyUndone, KeptApart, RecordGone, SamePerson
from lms.people.models import Distinction, Merge, Person
from lms.people.queries import identity
from tests.factories.accounts import UserFactory
from tests.factories.people import CategoryFactory, PersonFactory

pytestmark = pytest.mark.usefixtures("database")
NOW = datetime(2014, 4, 1, 9, tzinfo=UTC)


def joined(merged: Person, survivor: Person, actor: Actor = SYSTEM) -> Merge:
    return services.merge(merged=merged, survivor=survivor, now=NOW, actor=actor)


def two() -> tuple[Person, Person]:
    return PersonFactory.create(), PersonFactory.create()


def test_a_merged_record_points_to_its_survivor() -> None:
    one, other = two()
    merge = joined(one, other)
    assert (one.merged_into_id, other.merged_into_id) == (other.id, None)
    assert identity.roots([one.id, other.id]) == {one.id: other.id, other.id: other.id}
    assert identity.merges_of(other.id) == [merge]


def test_undoing_leaves_the_records_as_they_were() -> None:
    one, other = two()
    merge = joined(one, other)
    services.undo(merge=merge, now=NOW, actor=SYSTEM)
    assert one.merged_into_id is None
    assert merge.undone_at == NOW
    with pytest.raises(AlreadyUndone):
        services.undo(merge=merge, now=NOW, actor=SYSTEM)


def test_records_may_be_joined_again_once_undone() -> None:
    one, other = two()
    services.undo(merge=joined(one, other), now=NOW, actor=SYSTEM)
    joined(other, one)
    assert other.merged_into_id == one.id


def test_what_is_joined_are_the_records_that_stand_for_them() -> None:
    one, other = two()
    third = PersonFactory.create()
    joined(one, other)
    merge = joined(one, third)
    assert (merge.merged_id, merge.survivor_id) == (other.id, third.id)
    assert identity.cluster_ids(one.id) == {one.id, other.id, third.id}
    assert identity.cluster(one.id)[0].id == third.id


@pytest.mark.parametrize("first", [0, 1])
def test_a_chain_is_undone_in_any_order(first: int) -> None:
    one, other = two()
    third = PersonFactory.create()
    merges = [joined(one, other), joined(other, third)]
    services.undo(merge=merges[first], now=NOW, actor=SYSTEM)
    assert len(identity.cluster_ids(one.id, other.id, third.id)) == 3
    services.undo(merge=merges[1 - first], now=NOW, actor=SYSTEM)
    ids = [one.id, other.id, third.id]
    assert identity.roots(ids) == {it: it for it in ids}


def test_one_person_is_not_joined_to_themselves() -> None:
    one, other = two()
    joined(one, other)
    for pair in ((one, other), (other, one), (one, one)):
        with pytest.raises(SamePerson):
            joined(*pair)


def test_who_was_told_apart_is_not_joined() -> None:
    one, other = two()
    services.keep_apart(one=one, other=other, now=NOW, actor=SYSTEM)
    with pytest.raises(KeptApart):
        joined(other, one)


def test_telling_apart_holds_for_all_their_records() -> None:
    one, other = two()
    third = PersonFactory.create()
    services.keep_apart(one=one, other=other, now=NOW, actor=SYSTEM)
    joined(one, third)
    with pytest.raises(KeptApart):
        joined(third, other)


def test_telling_apart_twice_is_telling_once() -> None:
    one, other = two()
    first = services.keep_apart(one=one, other=other, now=NOW, actor=SYSTEM)
    assert services.keep_apart(one=other, other=one, now=NOW, actor=SYSTEM) is first
    assert len(db.session.scalars(select(Distinction)).all()) == 1
    assert identity.distinct_pairs([one.id, other.id]) == {(one.id, other.id)}


def test_telling_apart_undoes_the_merge_of_the_two() -> None:
    one, other = two()
    merge = joined(one, other)
    services.keep_apart(one=one, other=other, now=NOW, actor=SYSTEM)
    assert (one.merged_into_id, merge.undone_at) == (None, NOW)


def test_who_are_one_through_others_are_not_told_apart() -> None:
    one, other = two()
    third = PersonFactory.create()
    joined(one, other)
    joined(other, third)
    with pytest.raises(SamePerson):
        services.keep_apart(one=one, other=third, now=NOW, actor=SYSTEM)


@pytest.mark.parametrize("gone", ["withdrawn_at", "erased_at"])
def test_a_record_that_is_gone_is_not_joined(gone: str) -> None:
    one, other = two()
    setattr(one, gone, NOW)
    with pytest.raises(RecordGone):
        joined(one, other)


@pytest.mark.parametrize("role", [Role.TRAINER, Role.PARTICIPANT])
def test_trainers_and_participants_decide_about_nobody(role: Role) -> None:
    one, other = two()
    actor = UserFactory.create(role=role).actor
    with pytest.raises(NotAllowed):
        joined(one, other, actor)
    with pytest.raises(NotAllowed):
        services.keep_apart(one=one, other=other, now=NOW, actor=actor)


def test_of_minors_the_unit_head_alone_decides() -> None:
    """Issue: matching of minors is for the unit head alone (DOMAIN 7)."""
    child = PersonFactory.create(category=CategoryFactory.create(minors=True))
    other = PersonFactory.create(birth_date=date(2000, 1, 1))
    with pytest.raises(NotAllowed):
        joined(child, other, UserFactory.create(role=Role.ADMINISTRATOR).actor)
    joined(child, other, UserFactory.create(role=Role.UNIT_HEAD).actor)


def test_a_merge_and_its_undoing_leave_a_trace_of_numbers() -> None:
    one, other = two()
    actor = UserFactory.create(role=Role.UNIT_HEAD).actor
    merge = joined(one, other, actor)
    services.undo(merge=merge, now=NOW, actor=actor)
    db.session.flush()
    entries = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    changes = {"merged": one.id, "survivor": other.id}
    assert [(it.action, it.changes) for it in entries] == [
        ("merge:made", changes),
        ("merge:undone", changes),
    ]
    assert {(it.target, it.actor_id) for it in entries} == {(f"merge:{merge.id}", actor.id)}


def test_merging_leaves_the_commit_to_its_caller() -> None:
    one, other = two()
    joined(one, other)
    db.session.rollback()
    assert db.session.scalars(select(Merge)).all() == []
    assert one.merged_into_id is None
