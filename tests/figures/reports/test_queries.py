from pathlib import Path

import pytest

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.errors import NotAllowed, NotFound
from lms.figures.reports import queries
from tests.factories.figures import FactFactory, ReportFactory
from tests.figures.reports.given import published

pytestmark = pytest.mark.usefixtures("database")
TRAINER = Actor(kind=ActorKind.USER, id=1, role=Role.TRAINER)


def test_reports_are_listed_newest_first_and_not_to_trainers() -> None:
    one, other = ReportFactory.create(), ReportFactory.create()
    assert [*queries.listed(SYSTEM)] == [other, one]
    with pytest.raises(NotAllowed):
        queries.listed(TRAINER)


def test_an_unknown_code_is_not_found() -> None:
    with pytest.raises(NotFound):
        queries.get("R-1999-001", SYSTEM)


def test_the_last_one_published_is_not_one_prepared(tmp_path: Path) -> None:
    assert queries.last_published() is None
    report = published(tmp_path)
    ReportFactory.create(code="R-2014-900")
    assert queries.last_published() == report


def test_facts_come_by_runs_of_numbers() -> None:
    facts = [FactFactory.create() for _ in range(3)]
    first = facts[0].id
    found = queries.facts_in([[first, 2]])
    assert [it.id for it in found] == [first, first + 1]
    assert queries.last_fact_id() == first + 2
