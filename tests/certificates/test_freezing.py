from dataclasses import replace
from datetime import date

import pytest

from lms.certificates.freezing import Identifiers, Occasion, content_of
from lms.certificates.kinds import Kind
from lms.certificates.values import Content
from lms.extensions import db
from lms.people.kinds import Sex
from lms.sessions.models import TrainingSession
from lms.unit.models import UnitProfile
from tests.factories.certificates import closed_session, trained
from tests.factories.people import OrganisationFactory, PersonFactory
from tests.factories.sessions import JointOrganisationFactory
from tests.factories.unit import UnitProfileFactory

pytestmark = pytest.mark.usefixtures("database")

MADE_ON = date(2014, 3, 20)
IDENTIFIERS = Identifiers(number="EX-2014-000001-A", code="7K4P2MTR9QXH")


def occasion_of(training_session: TrainingSession) -> Occasion:
    profile = db.session.get(UnitProfile, 1) or UnitProfileFactory.create()
    db.session.refresh(training_session)
    return Occasion(training_session, profile, MADE_ON, "https://kalanso.example.org")


def frozen(training_session: TrainingSession | None = None, **changes: object) -> Content:
    participation = trained(training_session, **changes)
    occasion = occasion_of(participation.training_session)
    return content_of(occasion, participation, Kind.COMPLETION, IDENTIFIERS)


def test_the_days_are_those_held_and_not_those_planned() -> None:
    training_session = closed_session(days=3)
    training_session.slots[-1].held = False
    content = frozen(training_session)
    assert (content.first_day, content.last_day) == (date(2014, 3, 12), date(2014, 3, 13))
    assert content.minutes == 720


def test_without_a_slot_held_the_days_are_those_planned() -> None:
    training_session = closed_session(days=2)
    for slot in training_session.slots:
        slot.held = False
    occasion = occasion_of(training_session)
    assert occasion.days == [date(2014, 3, 12), date(2014, 3, 13)]


def test_a_session_over_new_year_counts_in_the_year_in_which_it_ends() -> None:
    training_session = closed_session(days=2)
    training_session.slots[-1].day = date(2015, 1, 1)
    assert occasion_of(training_session).year == 2015


@pytest.mark.parametrize(
    ("written", "french", "english", "grade"),
    [
        ("Adj", "adjudant", "Warrant Officer", ""),
        ("Adjudante", "adjudante", "Warrant Officer", ""),
        ("Chef de poste", "Chef de poste", "", ""),
        (" P-3 ", "", "", "P-3"),
        (None, "", "", ""),
    ],
)
def test_the_rank_is_frozen_in_words_as_the_list_has_it(
    written: str | None, french: str, english: str, grade: str
) -> None:
    content = frozen(rank=written)
    assert (content.rank_fr, content.rank_en, content.grade) == (french, english, grade)


@pytest.mark.parametrize(
    ("sex", "agreed"),
    [(Sex.FEMALE, "adjudante"), (Sex.MALE, "adjudant"), (Sex.UNSPECIFIED, "adjudant")],
)
def test_a_rank_agrees_with_a_woman_where_the_unit_says_so(sex: Sex, agreed: str) -> None:
    UnitProfileFactory.create(feminine_ranks=True)
    assert frozen(rank="Adj", sex=sex).rank_fr == agreed


def test_the_sex_is_the_one_recorded_in_the_session() -> None:
    person = PersonFactory.create(sex=Sex.FEMALE)
    assert frozen(person=person, sex=Sex.UNSPECIFIED).sex is Sex.UNSPECIFIED


def test_the_partner_named_first_signs_beside_the_head_of_unit() -> None:
    training_session = closed_session()
    for label in ("Première", "Seconde"):
        organisation = OrganisationFactory.create(label_fr=label, label_en=label)
        JointOrganisationFactory.create(
            training_session=training_session, organisation=organisation
        )
    assert frozen(training_session).host_fr == "Première"


def test_without_a_partner_nobody_is_named_as_host() -> None:
    content = frozen()
    assert (content.host_fr, content.host_en) == ("", "")


def test_the_unit_is_called_as_it_calls_itself_on_the_day_of_issue() -> None:
    profile = UnitProfileFactory.create(name_fr="Unité d’exemple", is_sample=True)
    before = frozen()
    profile.name_fr = "Autre unité"
    assert (before.unit_fr, before.sample, before.made_at) == ("Unité d’exemple", True, "Bamako")
    assert before.made_on == MADE_ON


def test_the_code_leads_to_its_verification() -> None:
    assert frozen().link == "https://kalanso.example.org/verify/7K4P2MTR9QXH"


def test_two_kinds_differ_in_nothing_but_the_kind() -> None:
    participation = trained()
    occasion = occasion_of(participation.training_session)
    one, other = (content_of(occasion, participation, kind, IDENTIFIERS) for kind in Kind)
    assert replace(other, kind=one.kind) == one
