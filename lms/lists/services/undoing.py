"""Taking a recorded list back as a whole; nothing is deleted, so that the trail stays true.

A certificate holds a list, and so does a quiz handed in: it is the work of the person, which no
list can take back, and a certificate may come of it. A quiz only begun says nothing yet and goes
with its participation.
"""

from datetime import datetime

import structlog
from sqlalchemy import select

from lms.accounts import audit
from lms.accounts.actors import Actor
from lms.db import lock
from lms.errors import NotAllowed, NotFound
from lms.extensions import db
from lms.lists import queries
from lms.lists.errors import Held, NotRecorded
from lms.lists.models import ImportedList, ImportedRow, ListState
from lms.lists.queries import Undoing
from lms.lists.services import _handing_over
from lms.people import services as people
from lms.people.models import Person
from lms.sessions import services as sessions
from lms.sessions.models import Participation
from lms.sessions.queries.access import may_take_back
from lms.sessions.values import Taken

log = structlog.get_logger(__name__)


def undo(*, imported_list: ImportedList, now: datetime, actor: Actor) -> Undoing:
    """Take a list back: whom it alone brought, its marks on others, people it only counted.

    Whoever may record lists in the session may; once it is closed, unit heads and administrators.
    Returns what went. Raises ``Held`` with what depends on the list, ``NotRecorded``,
    ``NotAllowed``.
    """
    _lock(imported_list, actor)
    holds = queries.holds(imported_list)
    if holds:
        raise Held(holds)
    undoing = queries.undoing(imported_list)
    _handing_over.hand_over(imported_list, undoing)
    _handing_over.put_back(imported_list, actor)
    people.withdraw(persons=undoing.persons, now=now, actor=actor)
    sessions.take_back(
        training_session=imported_list.training_session,
        taken=Taken(participations=undoing.withdrawn, marks=undoing.marks, heads=undoing.heads),
        now=now,
        actor=actor,
    )
    imported_list.state = ListState.UNDONE
    imported_list.undone_at = now
    db.session.flush()  # constraints speak here, before the page says it is done
    _trace(imported_list, undoing, actor)
    return undoing


def _lock(imported_list: ImportedList, actor: Actor) -> None:
    """Lock the session, the list and whom it registered, and see them as others left them."""
    if not may_take_back(imported_list.training_session, actor):
        raise NotAllowed("list.undo")
    lock(imported_list.training_session)
    if not may_take_back(imported_list.training_session, actor):
        raise NotAllowed("list.undo")  # it was closed meanwhile
    again = select(ImportedList).where(ImportedList.id == imported_list.id)
    if db.session.scalar(again.execution_options(populate_existing=True)) is None:
        raise NotFound(imported_list.tag)
    if imported_list.state is not ListState.APPLIED:
        raise NotRecorded(imported_list.tag)
    registered = (
        select(Participation.person_id)
        .join(ImportedRow, ImportedRow.participation_id == Participation.id)
        .where(ImportedRow.imported_list_id == imported_list.id, ImportedRow.registered)
    )
    # Whoever decides about one of them waits, and so do we for them.
    db.session.execute(
        select(Person.id).where(Person.id.in_(registered)).order_by(Person.id).with_for_update()
    )


def _trace(imported_list: ImportedList, undoing: Undoing, actor: Actor) -> None:
    changes = {
        "withdrawn": len(undoing.withdrawn),
        "kept": len(undoing.kept),
        "marks": len(undoing.marks),
        "persons": len(undoing.persons),
        "heads": sum(undoing.heads.values()),
    }
    audit.record("imported_list:undone", imported_list.tag, changes=changes, actor=actor)
    log.info(
        "imported_list.undone",
        id=imported_list.id,
        **changes,
        actor_kind=actor.kind,
        actor_id=actor.id,
    )
