"""Bringing the slots of a session in line with a plan."""

from collections.abc import Sequence

from sqlalchemy import select

from lms.accounts import audit
from lms.accounts.actors import Actor
from lms.extensions import db
from lms.sessions.errors import SlotHasMarks
from lms.sessions.models import AttendanceMark, Slot, TrainingSession
from lms.sessions.rules.timetable import SlotPlan, in_order


def set_slots(
    *, training_session: TrainingSession, plans: Sequence[SlotPlan], actor: Actor
) -> None:
    """Keep the slots the plan names, add those it brings, take away the others.

    Raises ``SlotHasMarks`` for a slot that would go with marks in it.
    """
    kept = {it.slot_id for it in plans if it.slot_id is not None}
    gone = [it for it in training_session.slots if it.id not in kept]
    _check_unmarked(gone)
    for it in gone:
        training_session.slots.remove(it)
    for it in training_session.slots:
        it.position = -it.position
    db.session.flush()  # a position is free only once its holder has gone or moved away
    by_id = {it.id: it for it in training_session.slots}
    for position, plan in enumerate(in_order(plans), start=1):
        slot = by_id.get(plan.slot_id or 0)
        if slot is None:
            slot = Slot()
            training_session.slots.append(slot)
        slot.position, slot.day, slot.half = position, plan.day, plan.half
        slot.minutes = plan.minutes
    changes = {"slots": [[str(it.day), it.half.value, it.minutes] for it in in_order(plans)]}
    audit.record("training_session:slots_set", training_session.tag, changes=changes, actor=actor)


def _check_unmarked(slots: Sequence[Slot]) -> None:
    ids = [it.id for it in slots if it.id is not None]
    marked = select(AttendanceMark.slot_id).where(AttendanceMark.slot_id.in_(ids)).limit(1)
    found = db.session.scalar(marked) if ids else None
    if found is not None:
        raise SlotHasMarks(found)
