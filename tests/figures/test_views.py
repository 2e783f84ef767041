from datetime import date

import pytest
from flask import Flask

from lms.accounts.actors import Role
from lms.people.kinds import Sex
from lms.sessions.kinds import Status
from lms.sessions.outcome import Outcome
from tests.conftest import Browse
from tests.factories.figures import (
    DeclaredFigureFactory,
    FactFactory,
    HeadcountFactFactory,
    IndicatorFactory,
)
from tests.factories.sessions import ParticipationFactory, TrainingSessionFactory
from tests.figures.given import DAY, MARCH, record
from tests.statements import counted

MOST_STATEMENTS = 40
"""What the page asks of the database, however much is in it."""


def test_the_page_opens_with_the_answer_and_what_led_to_it(app: Flask, browse: Browse) -> None:
    record(app, 2, sex=Sex.FEMALE)
    record(app, 1, sex=Sex.MALE)
    answer = browse(role=Role.UNIT_HEAD).get(f"/figures/?{MARCH}")
    assert "From 1 March 2014 to 31 March 2014, 3 persons were trained." in answer.text
    assert "2 of them are women and girls (67 per cent)." in answer.text
    assert "3 participations in completed training (3 in all)." in answer.text
    assert "for the first time ever: 3; new in the category: 3." in answer.text
    assert "lines − overlap = 3 = 1 + 2 + 0 + 0 + 0" in answer.text


def test_the_page_speaks_french(app: Flask, browse: Browse) -> None:
    record(app, 2)
    answer = browse(role=Role.UNIT_HEAD, locale="fr").get(f"/figures/?{MARCH}")
    assert "Du 1er mars 2014 au 31 mars 2014, 2 personnes ont été formées." in answer.text
    assert "Les totaux concordent" in answer.text
    assert "Double compte entre catégories" in answer.text


def test_without_any_record_the_page_says_what_makes_one(browse: Browse) -> None:
    assert "New overall" not in browse(role=Role.UNIT_HEAD).get("/figures/").text
    answer = browse(role=Role.UNIT_HEAD).get("/figures/")
    assert answer.status_code == 200
    assert "No one is counted in this period" in answer.text
    assert "no one was trained" in answer.text


def test_days_in_the_wrong_order_are_explained_and_kept(browse: Browse) -> None:
    answer = browse(role=Role.UNIT_HEAD).get("/figures/?from=2014-03-31&to=2014-03-01")
    assert answer.status_code == 422
    assert "The period ends before it begins." in answer.text
    assert 'value="2014-03-31"' in answer.text
    assert 'value="2014-03-01"' in answer.text


def test_a_day_that_does_not_exist_is_refused_with_a_sentence(browse: Browse) -> None:
    answer = browse(role=Role.UNIT_HEAD).get("/figures/?from=2014-02-31")
    assert answer.status_code == 422


def test_published_figures_stand_beside_recorded_ones(app: Flask, browse: Browse) -> None:
    with app.app_context():
        fact = FactFactory.create(last_day=DAY)
        window = {"period_start": date(2014, 1, 1), "period_end": date(2014, 12, 31)}
        DeclaredFigureFactory.create(category=fact.category, count=358, **window)
        IndicatorFactory.create(label_en="Children released", **window)
    client = browse(role=Role.UNIT_HEAD)
    answer = client.get("/figures/?from=2014-01-01&to=2014-12-31")
    assert "358: sum of published figures, distinctness unknown." in answer.text
    assert "Children released" in answer.text
    elsewhere = client.get(f"/figures/?{MARCH}")
    assert "Figures were published for another period:" in elsewhere.text
    assert "Children released" not in elsewhere.text


def test_headcounts_are_at_least_and_stand_apart(app: Flask, browse: Browse) -> None:
    with app.app_context():
        HeadcountFactFactory.create(last_day=DAY, count=3000, at_least=True)
    answer = browse(role=Role.UNIT_HEAD).get(f"/figures/?{MARCH}")
    assert "at least 3,000" in answer.text
    assert "no one was trained" in answer.text


def test_r02_the_page_says_who_of_those_sensitized_was_trained_later(
    app: Flask, browse: Browse
) -> None:
    with app.app_context():
        fact = FactFactory.create(last_day=DAY, outcome=Outcome.SENSITIZED)
        again = ParticipationFactory.create(person=fact.person)
        FactFactory.create(participation=again, last_day=date(2015, 2, 1))
    client, note = browse(role=Role.UNIT_HEAD), "1 of those sensitized in this period was trained"
    assert client.get(f"/figures/?{MARCH}").text.count(note) == 1
    assert note not in client.get("/figures/?from=2014-03-01&to=2015-12-31").text
    with app.app_context():
        HeadcountFactFactory.create(last_day=DAY)
    assert client.get(f"/figures/?{MARCH}").text.count(note) == 1


def test_rows_may_be_quarters_and_each_leads_to_its_own_facts(app: Flask, browse: Browse) -> None:
    record(app)
    client = browse(role=Role.UNIT_HEAD)
    page = client.get("/figures/?from=2014-01-01&to=2014-12-31&rows=quarter")
    assert "By quarter, sex and age" in page.text
    assert "Q1 2014" in page.text
    listed = client.get("/figures/facts?from=2014-01-01&to=2014-12-31&rows=quarter&line=2014-Q1")
    assert "Persons listed: 1. Participations: 1." in listed.text


def test_the_page_can_be_read_as_it_was_known_on_a_past_day(app: Flask, browse: Browse) -> None:
    record(app)
    client = browse(role=Role.UNIT_HEAD)
    before = client.get(f"/figures/?{MARCH}&as-of=2014-03-31")
    assert "no one was trained" in before.text
    assert "31 March 2014, rules no. 1" in before.text
    after = client.get(f"/figures/?{MARCH}&as-of=2014-04-01")
    assert "1 person was trained" in after.text


@pytest.mark.parametrize("form", ["xlsx", "pdf"])
def test_of_nothing_no_file_is_made(browse: Browse, form: str) -> None:
    answer = browse(role=Role.UNIT_HEAD).get(
        f"/figures/totals.{form}?{MARCH}", follow_redirects=True
    )
    assert "Nothing was counted in this period, so there is no file to make." in answer.text


def test_the_number_of_statements_does_not_grow_with_the_facts(app: Flask, browse: Browse) -> None:
    client = browse(role=Role.UNIT_HEAD)
    paths = (f"/figures/?{MARCH}", f"/figures/facts?{MARCH}&line=total")

    def statements() -> list[int]:
        numbers = []
        for path in paths:
            with counted(app) as sent:
                assert client.get(path).status_code == 200
            numbers.append(len(sent))
        return numbers

    with app.app_context():
        FactFactory.create(last_day=DAY)
    before = statements()
    record(app, 6)
    assert statements() == before
    assert before[0] <= MOST_STATEMENTS


def test_the_page_says_what_is_late_and_who_stands_with_two_sexes(
    app: Flask, browse: Browse
) -> None:
    with app.app_context():
        TrainingSessionFactory.create(
            first_day=DAY, last_day=DAY, status=Status.HELD, short_code="7KQP"
        )
        early = FactFactory.create(last_day=DAY, sex=Sex.MALE)
        FactFactory.create(
            participation=ParticipationFactory.create(person=early.person),
            last_day=DAY,
            sex=Sex.FEMALE,
        )
        surname = early.person.surname.upper()
    record(app)
    client = browse(role=Role.UNIT_HEAD)
    page = client.get(f"/figures/?{MARCH}").text
    assert "over and not closed" in page
    assert "person with two sexes or ages" in page
    listed = client.get(
        f"/figures/facts?{MARCH}&line=total&measure=participations_all&only=contradictory"
    ).text
    assert "Persons listed: 1. Participations: 2." in listed
    assert surname in listed


def test_the_page_compares_with_the_period_before_and_draws_the_regions(
    app: Flask, browse: Browse
) -> None:
    record(app, 2)
    page = browse(role=Role.UNIT_HEAD).get("/figures/?from=2014-01-01&to=2014-12-31").text
    assert "Against the period before" in page
    assert "2 more" in page
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg" class="chart"') == 3


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("?from=0001-01-01&to=9999-12-31", 200),
        ("?from=9999-01-01&to=9999-12-31", 200),
        ("?from=10000-01-01", 422),
        ("pivot?rows=nowhere", 422),
        ("facts?column_of=quarter&in=nowhere", 404),
    ],
)
def test_days_and_rows_that_do_not_exist_are_no_error_of_ours(
    browse: Browse, query: str, status: int
) -> None:
    assert browse(role=Role.UNIT_HEAD).get(f"/figures/{query}").status_code == status
