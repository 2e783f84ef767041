"""Keys of names made again: for names of before matching, and after the tables have changed."""

from sqlalchemy import Select, select, update

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.extensions import db
from lms.people import spellings
from lms.people.models import PersonName

AT_ONCE = 1000


def refresh_keys(*, missing_only: bool, actor: Actor) -> int:
    """Make the keys by which names are compared, all or those missing; the system may.

    Returns how many changed.
    """
    require(actor, "person.refresh_keys", Role.ADMINISTRATOR, system=True)
    asked = select(PersonName.id, PersonName.surname, PersonName.given_names, PersonName.name_key)
    if missing_only:
        asked = asked.where(PersonName.name_key == "")
    changed = 0
    last = 0
    while rows := _some(asked, last):
        last = rows[-1][0]
        known = spellings.current()
        stale = [
            {"id": number, "name_key": key}
            for number, surname, given_names, before in rows
            if (key := known.name_key(surname, given_names)) != before
        ]
        if stale:
            db.session.execute(update(PersonName), stale)
        changed += len(stale)
    if changed:
        audit.record("person:keys_refreshed", "person", changes={"names": changed}, actor=actor)
    return changed


def _some(asked: Select[int, str, str, str], after: int) -> list[tuple[int, str, str, str]]:
    rows = db.session.execute(
        asked.where(PersonName.id > after).order_by(PersonName.id).limit(AT_ONCE)
    )
    return [(it.id, it.surname, it.given_names, it.name_key) for it in rows]
