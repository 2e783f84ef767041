"""Lists that were brought in, and their rows."""

from datetime import UTC, datetime

from factory.alchemy import SQLAlchemyModelFactory
from factory.declarations import SelfAttribute, Sequence, SubFactory

from lms.accounts.actors import ActorKind
from lms.extensions import db
from lms.lists.models import ImportedList, ImportedRow, RememberedMapping
from lms.lists.outcomes import Decision
from tests.factories.files import StoredFileFactory
from tests.factories.people import CategoryFactory
from tests.factories.sessions import TrainingSessionFactory


class ImportedListFactory(SQLAlchemyModelFactory):
    """A list still being checked, without a mapping."""

    class Meta:
        model = ImportedList
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    training_session = SubFactory(TrainingSessionFactory)
    stored_file = SubFactory(StoredFileFactory)
    filename = Sequence(lambda n: f"liste-{n}.csv")
    digest = SelfAttribute("stored_file.digest")
    mapping: dict[str, object] = {}  # noqa: RUF012 - factory_boy reads it once
    category = SubFactory(CategoryFactory)
    actor_kind = ActorKind.SYSTEM


class ImportedRowFactory(SQLAlchemyModelFactory):
    class Meta:
        model = ImportedRow
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    imported_list_id = SelfAttribute("imported_list.id")
    number = Sequence(lambda n: n)
    decision = Decision.NEW

    class Params:
        imported_list = SubFactory(ImportedListFactory)


class RememberedMappingFactory(SQLAlchemyModelFactory):
    class Meta:
        model = RememberedMapping
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    shape = Sequence(lambda n: f"{n:064x}")
    mapping: dict[str, object] = {}  # noqa: RUF012 - factory_boy reads it once
    used_at = datetime(2014, 3, 20, 9, tzinfo=UTC)
