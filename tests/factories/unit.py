"""The profile of an invented unit."""

from factory.alchemy import SQLAlchemyModelFactory

from lms.extensions import db
from lms.unit.models import UnitProfile


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
