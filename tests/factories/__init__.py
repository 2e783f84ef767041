"""One factory a model, each making the smallest valid row."""

from tests.factories.accounts import (
    AccessLogFactory,
    ApiTokenFactory,
    AuditEntryFactory,
    UserFactory,
    WrongGuessFactory,
)
from tests.factories.certificates import CertificateCounterFactory, CertificateFactory
from tests.factories.courses import (
    CourseFactory,
    CourseVersionFactory,
    ModuleFactory,
    ProgrammeFactory,
)
from tests.factories.figures import (
    DeclaredFigureFactory,
    EventAnswerFactory,
    FactBlockFactory,
    FactFactory,
    HeadcountFactFactory,
    IndicatorFactory,
    LedgerMonthFactory,
    ReportFactory,
    StrengthFactory,
    TargetFactory,
)
from tests.factories.files import StoredFileFactory
from tests.factories.jobs import JobFactory
from tests.factories.lists import ImportedListFactory, ImportedRowFactory, RememberedMappingFactory
from tests.factories.people import (
    CategoryFactory,
    DistinctionFactory,
    MergeFactory,
    OrganisationFactory,
    PersonFactory,
    PersonNameFactory,
    SuggestionFactory,
)
from tests.factories.quizzes import (
    AnswerFactory,
    AttemptFactory,
    BankFactory,
    ChoiceFactory,
    QuestionFactory,
    QuizFactory,
    QuizSlotFactory,
)
from tests.factories.sessions import (
    AttendanceMarkFactory,
    FacilitatorFactory,
    HeadcountFactory,
    JointOrganisationFactory,
    ParticipationFactory,
    PlaceFactory,
    SlotFactory,
    TrainingSessionFactory,
)
from tests.factories.unit import RuleVersionFactory, UnitProfileFactory

ALL = (
    AccessLogFactory,
    ApiTokenFactory,
    AuditEntryFactory,
    UserFactory,
    WrongGuessFactory,
    UnitProfileFactory,
    RuleVersionFactory,
    StoredFileFactory,
    JobFactory,
    CategoryFactory,
    OrganisationFactory,
    PersonFactory,
    PersonNameFactory,
    SuggestionFactory,
    DistinctionFactory,
    MergeFactory,
    ProgrammeFactory,
    CourseFactory,
    CourseVersionFactory,
    ModuleFactory,
    PlaceFactory,
    TrainingSessionFactory,
    FacilitatorFactory,
    JointOrganisationFactory,
    SlotFactory,
    ParticipationFactory,
    AttendanceMarkFactory,
    HeadcountFactory,
    BankFactory,
    QuestionFactory,
    ChoiceFactory,
    QuizFactory,
    QuizSlotFactory,
    AttemptFactory,
    AnswerFactory,
    CertificateCounterFactory,
    CertificateFactory,
    ImportedListFactory,
    ImportedRowFactory,
    RememberedMappingFactory,
    FactFactory,
    HeadcountFactFactory,
    DeclaredFigureFactory,
    IndicatorFactory,
    FactBlockFactory,
    LedgerMonthFactory,
    EventAnswerFactory,
    ReportFactory,
    TargetFactory,
    StrengthFactory,
)
