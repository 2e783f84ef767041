"""Places, sessions and what is recorded in them: invented, smallest valid rows."""

from datetime import UTC, date, datetime

from factory.alchemy import SQLAlchemyModelFactory
from factory.declarations import LazyAttribute, SelfAttribute, Sequence, SubFactory

from lms.accounts.actors import ActorKind
from lms.extensions import db
from lms.lib.check_characters import DIGITS, check_character
from lms.people.kinds import AgeGroup, Sex
from lms.sessions.kinds import Half, MarkSource, MarkState, PlaceLevel, Status
from lms.sessions.models import (
    AttendanceMark,
    Facilitator,
    Headcount,
    JointOrganisation,
    Participation,
    Place,
    Slot,
    TrainingSession,
)
from lms.sessions.outcome import Outcome
from lms.sessions.rules.releases import COD_2015
from tests.factories.accounts import UserFactory
from tests.factories.courses import CourseVersionFactory
from tests.factories.people import CategoryFactory, OrganisationFactory, PersonFactory

FIRST_DAY = date(2014, 3, 12)


def _pass_code(number: int) -> str:
    drawn = f"{number:06d}"
    return drawn + check_character(drawn, DIGITS)


class PlaceFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Place
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    release = COD_2015
    code = Sequence(lambda n: f"MLX{n}")
    level = PlaceLevel.REGION
    name_fr = Sequence(lambda n: f"Lieu-exemple {n}")
    name_en = Sequence(lambda n: f"Sample place {n}")


class TrainingSessionFactory(SQLAlchemyModelFactory):
    """An open session of one day, without slots and without anybody."""

    class Meta:
        model = TrainingSession
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    reference = Sequence(lambda n: f"EX-{n:04d}")
    short_code = Sequence(lambda n: f"EXA{n}")
    course_version = SubFactory(CourseVersionFactory)
    place = SubFactory(PlaceFactory)
    languages = ("fr",)
    status = Status.OPEN
    first_day = FIRST_DAY
    last_day = SelfAttribute("first_day")
    closed_at = LazyAttribute(
        lambda it: datetime(2014, 3, 20, tzinfo=UTC) if it.status is Status.CLOSED else None
    )


class FacilitatorFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Facilitator
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    training_session = SubFactory(TrainingSessionFactory)
    user = SubFactory(UserFactory)
    lead = True


class JointOrganisationFactory(SQLAlchemyModelFactory):
    class Meta:
        model = JointOrganisation
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"
        exclude = ("training_session",)

    training_session = SubFactory(TrainingSessionFactory)
    training_session_id = SelfAttribute("training_session.id")
    organisation = SubFactory(OrganisationFactory)


class SlotFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Slot
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    training_session = SubFactory(TrainingSessionFactory)
    position = 1
    day = SelfAttribute("training_session.first_day")
    half = Half.DAY
    minutes = 180


class ParticipationFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Participation
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    training_session = SubFactory(TrainingSessionFactory)
    person = SubFactory(PersonFactory)
    category = SubFactory(CategoryFactory)
    sex = Sex.FEMALE
    age_group = AgeGroup.ADULT
    pass_code = Sequence(_pass_code)


class AttendanceMarkFactory(SQLAlchemyModelFactory):
    class Meta:
        model = AttendanceMark
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"
        exclude = ("participation", "slot")

    participation = SubFactory(ParticipationFactory)
    participation_id = SelfAttribute("participation.id")
    slot = SubFactory(
        SlotFactory, training_session=SelfAttribute("..participation.training_session")
    )
    slot_id = SelfAttribute("slot.id")
    state = MarkState.PRESENT
    source = MarkSource.ROSTER
    at = datetime(2014, 3, 12, 9, tzinfo=UTC)
    actor_kind = ActorKind.SYSTEM


class HeadcountFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Headcount
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"
        exclude = ("training_session",)

    training_session = SubFactory(TrainingSessionFactory)
    training_session_id = SelfAttribute("training_session.id")
    category = SubFactory(CategoryFactory)
    sex = Sex.FEMALE
    age_group = AgeGroup.ADULT
    count = 12
    outcome = Outcome.SENSITIZED
