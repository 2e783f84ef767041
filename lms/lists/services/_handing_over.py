"""What of a list taken back goes to the lists that name the same people."""

from lms.accounts.actors import Actor
from lms.lists import queries
from lms.lists.models import ImportedList, ImportedRow
from lms.lists.queries import Undoing
from lms.lists.services.applying import FILLED
from lms.people import services as people


def hand_over(imported_list: ImportedList, undoing: Undoing) -> None:
    """Let the next list that names them answer for whom this one brought and who stay."""
    gone = {it.id for it in undoing.persons}
    enrolled = set(undoing.kept)
    registered = queries.registered(imported_list) - gone
    for it in queries.rows_of_others(imported_list):
        if it.row.participation_id in enrolled:
            it.row.enrolled = True
            enrolled.discard(it.row.participation_id)
        if it.person_id in registered:
            it.row.registered = True
            registered.discard(it.person_id)


def put_back(imported_list: ImportedList, actor: Actor) -> None:
    """Give persons known before the fields of before, but for what a later list has said since.

    That list then knows what to put back when its turn comes.
    """
    later: dict[int, list[ImportedRow]] = {}
    for it in queries.rows_of_others(imported_list):
        if it.later:
            later.setdefault(it.person_id, []).append(it.row)
    for row, person in queries.rows_with_evidence(imported_list):
        before = dict((row.evidence or {}).get(FILLED, {}))
        for other in later.get(person.id, []):
            theirs = (other.evidence or {}).get(FILLED, {})
            both = before.keys() & theirs.keys()
            if both:
                kept = {field: before.pop(field) for field in both}
                other.evidence = {**(other.evidence or {}), FILLED: {**theirs, **kept}}
        people.take_back(person=person, changed=before, actor=actor)
