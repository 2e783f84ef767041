"""What certificates answer to the rooms below."""

from lms.certificates import queries
from lms.lists.models import ImportedList
from lms.lists.queries import undoing
from lms.lists.values import Hold, HoldKind
from lms.quizzes import queries as quizzes
from lms.signals import list_undoing_asked


def connect() -> None:
    """Begin to listen; called once by the application."""
    list_undoing_asked.connect(what_depends_on)


def what_depends_on(imported_list: ImportedList) -> list[Hold]:
    """Return the valid certificates and the quizzes handed in that need the list.

    A certificate needs it if the list brought its participation or changed marks of it; a quiz,
    of which one may still come, if the list brought its participation.
    """
    found = undoing(imported_list)
    needed = found.withdrawn | found.changed
    certificates = [
        Hold(kind=HoldKind.CERTIFICATE, target=it.id, number=it.number)
        for it in queries.to_print(imported_list.training_session_id)
        if it.participation_id in needed
    ]
    attempts = [
        Hold(kind=HoldKind.ATTEMPT, target=it)
        for it in quizzes.handed_in(imported_list.training_session_id, found.withdrawn)
    ]
    return certificates + attempts
