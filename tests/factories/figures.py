"""Rows of the ledger and of figures published before it."""

from datetime import UTC, date, datetime

from factory.alchemy import SQLAlchemyModelFactory
from factory.declarations import SelfAttribute, Sequence, SubFactory

from lms.accounts.actors import ActorKind, Role
from lms.extensions import db
from lms.figures import ledger
from lms.figures.counting.questions import Measure
from lms.figures.events.models import Answer, EventAnswer
from lms.figures.models import DeclaredFigure, Fact, FactBlock, Indicator, LedgerMonth
from lms.figures.reports.models import Report
from lms.figures.targets.models import Strength, Target
from lms.sessions.outcome import Outcome
from tests.factories.accounts import UserFactory
from tests.factories.people import CategoryFactory
from tests.factories.sessions import HeadcountFactory, ParticipationFactory, TrainingSessionFactory

RECORDED = datetime(2014, 4, 1, 9, tzinfo=UTC)


class KeptFactory(SQLAlchemyModelFactory):
    """Packs the fact that it makes, as whatever writes facts does."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: type[Fact], *args: object, **kwargs: object) -> Fact:
        made: Fact = super()._create(model_class, *args, **kwargs)  # type: ignore[no-untyped-call]  # factory_boy
        ledger.keep([made.training_session_id])
        db.session.commit()
        return made


class FactFactory(KeptFactory):
    """One person's fact; it says what its participation says."""

    class Meta:
        model = Fact
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    participation = SubFactory(ParticipationFactory)
    training_session = SelfAttribute("participation.training_session")
    person = SelfAttribute("participation.person")
    category = SelfAttribute("participation.category")
    sex = SelfAttribute("participation.sex")
    age_group = SelfAttribute("participation.age_group")
    outcome = Outcome.TRAINED
    place = SelfAttribute("training_session.place")
    course = SelfAttribute("training_session.course_version.course")
    phase = SelfAttribute("training_session.phase")
    last_day = SelfAttribute("training_session.last_day")
    minutes = 360
    rule_version = 1
    recorded_at = RECORDED


class HeadcountFactFactory(KeptFactory):
    """A headcount's fact; it says what its headcount says."""

    class Meta:
        model = Fact
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    training_session = SubFactory(TrainingSessionFactory)
    headcount = SubFactory(HeadcountFactory, training_session=SelfAttribute("..training_session"))
    count = SelfAttribute("headcount.count")
    at_least = SelfAttribute("headcount.at_least")
    outcome = SelfAttribute("headcount.outcome")
    category = SelfAttribute("headcount.category")
    sex = SelfAttribute("headcount.sex")
    age_group = SelfAttribute("headcount.age_group")
    place = SelfAttribute("training_session.place")
    course = SelfAttribute("training_session.course_version.course")
    phase = SelfAttribute("training_session.phase")
    last_day = SelfAttribute("training_session.last_day")
    rule_version = 1
    recorded_at = RECORDED


class DeclaredFigureFactory(SQLAlchemyModelFactory):
    class Meta:
        model = DeclaredFigure
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    category = SubFactory(CategoryFactory)
    outcome = Outcome.TRAINED
    count = 358
    period_start = date(2013, 7, 1)
    period_end = date(2015, 7, 31)
    label_fr = "Partenaires formés"
    label_en = "Partners trained"


class IndicatorFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Indicator
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    code = Sequence(lambda n: f"indicator-{n}")
    count = 28
    period_start = date(2013, 7, 1)
    period_end = date(2015, 7, 31)
    label_fr = "Enfants libérés"
    label_en = "Children released"


class FactBlockFactory(SQLAlchemyModelFactory):
    class Meta:
        model = FactBlock
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    month = 1900 * 12
    training_session = SubFactory(TrainingSessionFactory)
    content = b""


class LedgerMonthFactory(SQLAlchemyModelFactory):
    class Meta:
        model = LedgerMonth
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    month = Sequence(lambda n: 1900 * 12 + n)
    stamp = 1


class ReportFactory(SQLAlchemyModelFactory):
    """A report that somebody prepared; nothing of it is frozen."""

    class Meta:
        model = Report
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    code = Sequence(lambda n: f"R-2014-{n + 1:03}")
    period_start = date(2014, 1, 1)
    period_end = date(2014, 12, 31)
    prepared_by = SubFactory(UserFactory, role=Role.UNIT_HEAD)
    prepared_at = RECORDED


class TargetFactory(SQLAlchemyModelFactory):
    """Forty persons of a category of its own, in 2014."""

    class Meta:
        model = Target
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    measure = Measure.PERSONS_TRAINED
    category = SubFactory(CategoryFactory)
    period_start = date(2014, 1, 1)
    period_end = date(2014, 12, 31)
    count = 40
    source = "Plan 2014"
    actor_kind = ActorKind.SYSTEM
    recorded_at = RECORDED


class StrengthFactory(SQLAlchemyModelFactory):
    """A contingent of forty for the year 2014."""

    class Meta:
        model = Strength
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"

    category = SubFactory(CategoryFactory)
    unit = Sequence(lambda n: f"Contingent {n}")
    unit_key = Sequence(lambda n: f"contingent {n}")
    rotation = "Rotation 1"
    period_start = date(2014, 1, 1)
    period_end = date(2014, 12, 31)
    count = 40
    source = "Note 2014"
    actor_kind = ActorKind.SYSTEM
    recorded_at = RECORDED


class EventAnswerFactory(SQLAlchemyModelFactory):
    class Meta:
        model = EventAnswer
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "commit"
        exclude = ("one", "other")

    one = SubFactory(TrainingSessionFactory)
    one_id = SelfAttribute("one.id")
    other = SubFactory(TrainingSessionFactory)
    other_id = SelfAttribute("other.id")
    answer = Answer.TWO
    made_at = RECORDED
    actor_kind = ActorKind.SYSTEM
