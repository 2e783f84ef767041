from datetime import date

import pytest
from flask_babel import force_locale

from lms.courses.models import CourseKind
from lms.people.models import Category
from lms.sessions.kinds import Half
from lms.sessions.outcome import Outcome
from lms.unit.rules import Rules
from lms.web.register.pages.counted import Counted, Reason, Why
from lms.web.register.pages.why import sentence
from tests.factories.figures import FactFactory
from tests.factories.people import CategoryFactory
from tests.factories.sessions import ParticipationFactory, SlotFactory

pytestmark = pytest.mark.usefixtures("database")
MARCH, NOVEMBER, DECEMBER = date(2014, 3, 12), date(2014, 11, 18), date(2014, 12, 1)
TRAINING = CourseKind.TRAINING
TRAINED, SENSITIZED = Outcome.TRAINED, Outcome.SENSITIZED


@pytest.fixture
def army() -> Category:
    made: Category = CategoryFactory.create(label_en="Army", label_fr="Armée")
    return made


def counted(
    army: Category,
    day: date = MARCH,
    marks: tuple[int, int] = (3, 3),
    *,
    outcome: Outcome = TRAINED,
    half: Half = Half.MORNING,
) -> Counted:
    participation = ParticipationFactory.create(
        category=army,
        training_session__first_day=day,
        marks_obtained=marks[0],
        marks_held=marks[1],
    )
    for position in range(marks[1]):
        SlotFactory.create(
            training_session=participation.training_session, position=position, half=half
        )
    return Counted(participation, FactFactory.create(participation=participation, outcome=outcome))


def said(lang: str, reason: Reason, *, united: bool = False) -> str:
    with force_locale(lang):
        return sentence(reason, by=Rules(), united=united)


def test_who_counts_and_what_adds_nobody(army: Category) -> None:
    later = [counted(army, it) for it in (NOVEMBER, DECEMBER)]
    reason = Reason(why=Why.ONCE, counted=counted(army), repeats=later[:1])
    assert said("en", reason) == (
        "Counts among the persons trained in 2014, Army: 3 half-days of 3;"
        " the session of 18 November 2014 adds no second person."
    )
    assert said("fr", reason) == (
        "Compte parmi les personnes formées en 2014, Armée\u00a0: 3 demi-journées sur 3\u202f;"
        " la session du 18 novembre 2014 n’ajoute pas de deuxième personne."
    )
    both = Reason(why=Why.ONCE, counted=counted(army, outcome=SENSITIZED), repeats=later)
    assert said("en", both).endswith(
        "; the sessions of 18 November 2014 and 1 December 2014 add no second person."
    )
    assert said("fr", both).endswith(
        "\u202f; les sessions des 18 novembre 2014 et 1er décembre 2014"
        " n’ajoutent pas de deuxième personne."
    )


@pytest.mark.parametrize(
    ("outcome", "word", "mot"),
    [(TRAINED, "trained", "formées"), (SENSITIZED, "sensitized", "sensibilisées")],
)
def test_each_reason_names_the_year_and_what_counts_instead(
    army: Category, outcome: Outcome, word: str, mot: str
) -> None:
    it, other = counted(army, NOVEMBER, (4, 4), outcome=outcome), counted(army)
    told = {
        (why, lang): said(lang, Reason(why=why, counted=it, other=other))
        for why in Why
        for lang in ("en", "fr")
    }
    for why in (Why.ONCE, Why.TOO):
        start = f"Counts among the persons {word} in 2014, Army"
        assert told[why, "en"].startswith(start)
    assert "for the session of 12 March 2014" in told[Why.TOO, "en"]
    assert f"among the persons {word} in 2014, Army, the person counts" in told[Why.AGAIN, "en"]
    assert f"personnes {mot} en 2014" in told[Why.AGAIN, "fr"]
    assert told[Why.INSTEAD, "fr"].endswith(
        ", mais la personne a été formée à la session du 12 mars 2014."
    )
    assert all(
        ": " not in it.replace("\u00a0: ", "") for (_, it_), it in told.items() if it_ == "fr"
    )


@pytest.mark.parametrize(
    ("half", "marks", "dose", "kind"),
    [
        (Half.DAY, (1, 3), "1 day of 3, 75% needed", TRAINING),
        (Half.AFTERNOON, (2, 3), "2 half-days of 3, 75% needed", TRAINING),
        (
            Half.DAY,
            (1, 1),
            "1 day of 1, in a training of less than 60 minutes",
            CourseKind.TRAINING,
        ),
        (
            Half.DAY,
            (1, 3),
            "1 day of 3, in a sensitization session",
            CourseKind.SENSITIZATION,
        ),
    ],
)
def test_what_was_too_little_to_be_trained_is_said(
    army: Category, half: Half, marks: tuple[int, int], dose: str, kind: CourseKind
) -> None:
    it = counted(army, marks=marks, half=half, outcome=SENSITIZED)
    it.participation.training_session.course_version.course.kind = kind
    assert said("en", Reason(why=Why.ONCE, counted=it)) == (
        f"Counts among the persons sensitized in 2014, Army: {dose}."
    )


def test_half_days_beside_whole_days_are_marks(army: Category) -> None:
    it = counted(army, marks=(2, 2))
    it.participation.training_session.slots[0].half = Half.DAY
    assert ": 2 marks of 2." in said("en", Reason(why=Why.ONCE, counted=it))


def test_marks_of_two_records_are_told_as_such(army: Category) -> None:
    reason = Reason(why=Why.ONCE, counted=counted(army))
    assert said("fr", reason, united=True).endswith("les présences des deux fiches réunies.")
