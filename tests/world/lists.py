"""The lists brought in to the small mission."""

from lms import clock
from lms.accounts.models import User
from lms.extensions import db
from lms.lists import services
from lms.lists.models import ImportedList, ListState
from lms.lists.outcomes import Decision
from lms.lists.services import NamedFile
from lms.sessions.models import TrainingSession
from tests.factories.lists import ImportedListFactory, ImportedRowFactory

LIST = "Nom;Prénom;Sexe;Né(e) en;J1;J2\nMaïga;Awa;F;1984;P;P\n;Issa;M;1990;P;A\n"


def being_checked(training_session: TrainingSession, trainer: User) -> ImportedList:
    """Return a list of two rows, of which one can be recorded; nothing is yet."""
    category = training_session.course_version.course.audience
    assert category is not None
    taken = services.upload(
        training_session=training_session,
        file=NamedFile("liste.csv", LIST.encode()),
        category=category,
        today=clock.today(),
        actor=trainer.actor,
    )
    db.session.commit()
    return taken.imported_list


def recorded(training_session: TrainingSession) -> ImportedList:
    """Return a list that was recorded but for a row."""
    imported_list: ImportedList = ImportedListFactory.create(
        training_session=training_session,
        category=training_session.course_version.course.audience,
        state=ListState.APPLIED,
        applied_at=clock.now(),
        recorded=1,
        refused=1,
    )
    ImportedRowFactory.create(imported_list=imported_list, number=2)
    ImportedRowFactory.create(
        imported_list=imported_list, number=3, decision=Decision.REFUSED, refusal="no_name"
    )
    return imported_list
