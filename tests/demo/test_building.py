"""What the whole sample mission comes to; it is built once and read here only."""

import csv
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from lms.accounts.actors import SYSTEM, Role
from lms.accounts.models import User
from lms.certificates.models import Certificate
from lms.demo.accounts import ACCOUNTS
from lms.demo.building import found
from lms.demo.plan.mission import plan
from lms.demo.queries import holds_anything, sign_ins
from lms.extensions import db
from lms.figures.cli import figures
from lms.figures.models import Fact, Indicator
from lms.figures.targets import queries
from lms.figures.targets.values import Kind
from lms.people.kinds import AgeGroup, Sex
from lms.quizzes.models import Attempt
from lms.sessions.models import Participation, ParticipationRole, Place, TrainingSession
from lms.sessions.outcome import Outcome
from tests.demo.facts import told

PERIOD = ["--from", "2013-07-01", "--to", "2015-07-31"]
NOW = datetime(2026, 3, 4, 8, tzinfo=UTC)
MARK = "Sample data"


@pytest.fixture
def mission(sample_mission: Flask) -> Iterator[None]:
    with sample_mission.app_context():
        yield


def printed(app: Flask, *arguments: str) -> dict[tuple[str, str], tuple[int, bool]]:
    answer = app.test_cli_runner().invoke(figures, [*arguments, "--format", "csv"])
    assert answer.exit_code == 0, answer.output
    return {
        (row["category"], row["measure"]): (int(row["count"]), row["at_least"] == "yes")
        for row in csv.DictReader(answer.stdout.splitlines())
    }


def test_the_totals_are_exactly_those_published(sample_mission: Flask) -> None:
    lines = printed(sample_mission, *PERIOD)
    expected = {
        ("mission", "persons_trained"): (3191, False),
        ("partners", "persons_trained"): (358, False),
        ("childrens-parliament", "persons_trained"): (35, False),
        ("cp-subgroup", "persons_trained"): (28, False),
        ("malian-forces", "persons_trained"): (1637, False),
        ("overlap", "persons_trained"): (-9, False),
        ("total", "persons_trained"): (5240, False),
        ("civil-society", "headcount_sensitized"): (3000, True),
        ("children-released", "indicator"): (28, False),
    }
    assert {key: lines[key] for key in expected} == expected
    assert lines["total", "participations"][0] > lines["total", "persons_trained"][0]
    assert lines["total", "participations_all"][0] > lines["total", "participations"][0]


def test_the_sessions_of_today_change_no_total(sample_mission: Flask) -> None:
    lines = printed(sample_mission, "--from", "2015-08-01", "--to", "2100-12-31")
    assert {count for count, _at_least in lines.values()} == {0}


@pytest.mark.usefixtures("mission")
def test_the_children_are_nineteen_boys_and_sixteen_girls() -> None:
    children = db.session.execute(
        select(Fact.sex, func.count(Fact.person_id.distinct()))
        .where(Fact.age_group == AgeGroup.MINOR, Fact.person_id.is_not(None))
        .group_by(Fact.sex)
    )
    assert {row[0]: row[1] for row in children} == {Sex.MALE: 19, Sex.FEMALE: 16}


@pytest.mark.usefixtures("mission")
def test_heads_were_counted_in_four_regions() -> None:
    regions = db.session.scalars(
        select(Place.code).join(Fact, Fact.place_id == Place.id).where(Fact.count.is_not(None))
    )
    assert set(regions) == {"ML0701", "ML0601", "ML0801", "ML0901"}
    assert db.session.scalars(select(Indicator.count)).all() == [28]


@pytest.mark.usefixtures("mission")
def test_staff_is_in_sessions_and_never_in_the_ledger() -> None:
    staff = select(Participation.id).where(Participation.role != ParticipationRole.PARTICIPANT)
    assert db.session.scalars(staff).first()
    assert not db.session.scalars(select(Fact.id).where(Fact.participation_id.in_(staff))).first()


@pytest.mark.usefixtures("mission")
def test_everybody_counted_in_a_course_with_a_test_has_an_attempt() -> None:
    counted = set(
        db.session.scalars(
            select(Fact.participation_id)
            .join(Fact.course)
            .where(Fact.participation_id.is_not(None), Fact.course.has(code="FDS-2J"))
        )
    )
    assert counted <= set(db.session.scalars(select(Attempt.participation_id)))
    assert db.session.scalars(select(Certificate.id)).first()


def test_three_sessions_closed_again_elsewhere_tell_the_same_facts(
    sample_mission: Flask, app: Flask
) -> None:
    held = plan().training_sessions
    first = [
        next(it for it in held if it.room.course == code)
        for code in ("IND-3H", "FDS-2J", "SENS-2H")
    ]
    codes = [it.short_code for it in first]
    with sample_mission.app_context():
        known = told(codes)
    with app.app_context():
        found(plan(), first, now=NOW, actor=SYSTEM)
        assert told(codes) == known
    assert {row[4] for row in known} >= {Outcome.TRAINED, Outcome.SENSITIZED}


@pytest.mark.usefixtures("mission")
def test_nothing_of_the_database_before_is_left() -> None:
    addresses = set(db.session.scalars(select(User.email)))
    assert addresses == {it.email for it in ACCOUNTS}


@pytest.mark.usefixtures("mission")
def test_the_sign_ins_open_every_role() -> None:
    assert holds_anything()
    known = sign_ins()
    assert known
    assert {it.role for it in known.accounts} == {
        Role.ADMINISTRATOR,
        Role.UNIT_HEAD,
        Role.TRAINER,
    }
    assert (known.short_code, known.pass_code) == ("GAO7", "418 0362")


def head(app: Flask) -> FlaskClient:
    with app.app_context():
        user = db.session.scalars(select(User).where(User.role == Role.UNIT_HEAD)).one()
        client = app.test_client(user=user)
    client.set_cookie("locale", "en")
    return client


def test_every_page_says_that_it_is_sample_data(sample_mission: Flask) -> None:
    with sample_mission.app_context():
        session_id = db.session.scalars(select(TrainingSession.id)).first()
    pages = [
        rule.rule
        for rule in sample_mission.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not rule.arguments
    ]
    pages.append(f"/sessions/{session_id}")
    browser = head(sample_mission)
    read = 0
    for page in pages:
        answer = browser.get(page)
        if answer.status_code == 200 and answer.mimetype == "text/html":
            read += 1
            assert MARK in answer.text, page
    assert read > 5


@pytest.mark.usefixtures("mission")
def test_targets_and_strengths_are_marked_as_samples() -> None:
    for kind in Kind:
        entries = queries.standing(kind)
        assert len(entries) >= 5
        assert all("sample" in it.source and "exemple" in it.source for it in entries)
    assert any(it.count is None for it in queries.standing(Kind.STRENGTHS))
