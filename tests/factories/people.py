"""Rows of the register: invented names only."""

from datetime import UTC, datetime

from factory.alchemy import SQLAlchemyModelFactory
from factory.declarations import LazyAttribute, SelfAttribute, Sequence, SubFactory

from lms.accounts.actors import ActorKind
from lms.extensions import db
from lms.people import names
from lms.people.kinds import DoubtKind, Sex
from lms.people.matching.canonical import shipped
from lms.people.models import (
    Category,
    Distinction,
    Merge,
    Organisation,
    Person,
    PersonName,
    Suggestion,
)


class CategoryFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Category
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    code = Sequence(lambda n: f"category-{n}")
    label_fr = Sequence(lambda n: f"Catégorie {n}")
    label_en = Sequence(lambda n: f"Category {n}")
    position = Sequence(lambda n: 100 + n)


class OrganisationFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Organisation
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    code = Sequence(lambda n: f"organisation-{n}")
    label_fr = Sequence(lambda n: f"Organisation de l’exemple {n}")
    label_en = Sequence(lambda n: f"Sample organisation {n}")


class PersonFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Person
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    surname = Sequence(lambda n: f"Exemple{n}")
    given_names = "Awa"
    folded_name = LazyAttribute(lambda it: names.folded_name(it.surname, it.given_names))
    sort_name = LazyAttribute(lambda it: names.sort_name(it.surname, it.given_names))
    sex = Sex.FEMALE
    category = SubFactory(CategoryFactory)


class PersonNameFactory(SQLAlchemyModelFactory):
    class Meta:
        model = PersonName
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"
        exclude = ("person",)

    person = SubFactory(PersonFactory)
    person_id = SelfAttribute("person.id")
    surname = "Exemple"
    given_names = "Hawa"
    folded_name = LazyAttribute(lambda it: names.folded_name(it.surname, it.given_names))
    name_key = LazyAttribute(lambda it: shipped().name_key(it.surname, it.given_names))


class SuggestionFactory(SQLAlchemyModelFactory):
    """Two records that may be one, not decided."""

    class Meta:
        model = Suggestion
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    person = SubFactory(PersonFactory)
    candidate = SubFactory(PersonFactory)
    kind = DoubtKind.NAME_ONLY
    likelihood = 500
    evidence: dict[str, object] = {}  # noqa: RUF012 - factory_boy reads it once


class DistinctionFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Distinction
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"
        exclude = ("one", "other")

    one = SubFactory(PersonFactory)
    other = SubFactory(PersonFactory)
    one_id = SelfAttribute("one.id")
    other_id = SelfAttribute("other.id")
    made_at = datetime(2014, 3, 20, 9, tzinfo=UTC)
    actor_kind = ActorKind.SYSTEM


class MergeFactory(SQLAlchemyModelFactory):
    """A row of the trail alone: the pointer of the merged record is the service's."""

    class Meta:
        model = Merge
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    merged = SubFactory(PersonFactory)
    survivor = SubFactory(PersonFactory)
    made_at = datetime(2014, 3, 20, 9, tzinfo=UTC)
    actor_kind = ActorKind.SYSTEM
