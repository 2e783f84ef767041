from datetime import date

import pytest
from flask_babel import force_locale

from lms.accounts.actors import SYSTEM
from lms.figures import totals
from lms.figures.counting.questions import Question, Scope
from lms.figures.pages import behind
from lms.figures.pages.behind import Asked, FactsPage, facts_page
from lms.people.kinds import AgeGroup
from tests.factories.figures import FactFactory
from tests.factories.people import CategoryFactory
from tests.factories.sessions import ParticipationFactory
from tests.figures.pages.given import YEAR

pytestmark = pytest.mark.usefixtures("database")
DAY = date(2014, 3, 14)


def page(key: str = "total", number: int = 1) -> FactsPage:
    question = Question(scope=Scope(window=YEAR))
    reading = totals.read(scope=question.scope, actor=SYSTEM)
    with force_locale("en"):
        return facts_page(reading, question, Asked(key), page=number)


def test_the_newest_session_comes_first() -> None:
    old = FactFactory.create(last_day=DAY)
    new = FactFactory.create(last_day=date(2014, 9, 1))
    listed = page()
    assert [it.training_session for it in listed.entries] == [
        new.training_session,
        old.training_session,
    ]
    assert [it.last_day for it in listed.entries] == ["1 September 2014", "14 March 2014"]


def test_a_long_list_has_pages_and_a_page_too_far_is_the_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(behind, "PAGE_SIZE", 2)
    FactFactory.create_batch(3, last_day=DAY)
    assert (page().pages, len(page().entries)) == (2, 2)
    assert (page(number=9).page, len(page(number=9).entries)) == (2, 1)


def test_a_person_in_two_sessions_is_one_person_and_two_participations() -> None:
    fact = FactFactory.create(last_day=DAY)
    FactFactory.create(participation=ParticipationFactory.create(person=fact.person), last_day=DAY)
    assert (page().persons, page().participations) == (1, 2)


def test_who_was_counted_as_a_minor_stands_under_a_pseudonym() -> None:
    fact = FactFactory.create(last_day=DAY, age_group=AgeGroup.MINOR)
    (entry,) = page().entries
    assert entry.shown_name == f"E-{fact.person_id:04d}"


def test_unknown_age_in_civil_society_is_protected_too() -> None:
    top = CategoryFactory.create(code="civil-society")
    FactFactory.create(last_day=DAY, category=CategoryFactory.create(parent=top))
    (entry,) = page().entries
    assert entry.shown_name.startswith("E-")


def test_an_armed_movement_has_no_names_and_stays_out_of_overlaps() -> None:
    movement = CategoryFactory.create(code="armed-movements")
    fact = FactFactory.create(last_day=DAY, category=movement)
    other = FactFactory.create(
        participation=ParticipationFactory.create(person=fact.person), last_day=DAY
    )
    (entry,) = page(movement.code).entries
    assert (entry.shown_name, entry.person_id) == ("", None)
    overlap = page("overlap")
    assert (overlap.entries, overlap.withheld) == ([], 1)
    (named,) = page(other.category.code).entries
    assert named.person_id == fact.person_id
