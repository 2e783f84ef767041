"""The profile of an invented unit."""

from datetime import UTC, datetime

from factory.alchemy import SQLAlchemyModelFactory
from factory.declarations import SubFactory

from lms.accounts.actors import Role
from lms.extensions import db
from lms.unit.models import RuleVersion, UnitProfile
from tests.factories.accounts import UserFactory


class UnitProfileFactory(SQLAlchemyModelFactory):
    class Meta:
        model = UnitProfile
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    id = 1
    name_fr = "Unité de protection de l’enfant"
    name_en = "Child Protection Unit"
    head_function_fr = "Cheffe de l’unité"
    head_function_en = "Head of unit"
    place = "Bamako"
    certificate_prefix = "EX"


class RuleVersionFactory(SQLAlchemyModelFactory):
    """Rules that somebody proposed and nobody adopted: those of the first version."""

    class Meta:
        model = RuleVersion
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    minimum_share = 75
    minimum_minutes = 60
    late_counts = True
    excused_counts = False
    smallest_adults = 5
    smallest_minors = 10
    reason = "To be tried."
    proposed_by = SubFactory(UserFactory, role=Role.UNIT_HEAD)
    proposed_at = datetime(2014, 3, 1, tzinfo=UTC)
