"""Every mark ever written, for those who take some back."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select

from lms.extensions import db
from lms.sessions.models import AttendanceMark, Participation
from lms.sessions.queries.attendance import Cell
from lms.sessions.rules.standing import Entry


def histories(
    training_session_id: int, participation_ids: Collection[int]
) -> dict[Cell, list[Entry]]:
    """Return the marks of some participations of a session by cell, in the order written."""
    wanted = set(participation_ids)
    rows = db.session.execute(
        select(
            AttendanceMark.participation_id,
            AttendanceMark.slot_id,
            AttendanceMark.id,
            AttendanceMark.state,
            AttendanceMark.source,
            AttendanceMark.at,
            AttendanceMark.client_uuid,
        )
        .join(Participation, Participation.id == AttendanceMark.participation_id)
        .where(Participation.training_session_id == training_session_id)
        .order_by(AttendanceMark.id)
    )
    found: dict[Cell, list[Entry]] = defaultdict(list)
    for person, slot, number, state, source, at, key in rows:
        if person in wanted:
            entry = Entry(id=number, state=state, source=source, at=at, key=key)
            found[person, slot].append(entry)
    return dict(found)
