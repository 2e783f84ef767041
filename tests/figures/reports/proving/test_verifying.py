import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import update

from lms.extensions import db
from lms.figures.models import Fact
from lms.figures.proofs import plain
from lms.figures.reports import queries, rules
from lms.figures.reports.models import Report
from lms.figures.reports.proving import verifying
from lms.figures.reports.proving.verifying import Found
from lms.lib.keys import Key
from lms.sessions.models import PlaceLevel
from tests.factories.figures import HeadcountFactFactory
from tests.factories.people import CategoryFactory, PersonFactory
from tests.factories.sessions import PlaceFactory, TrainingSessionFactory
from tests.figures.counting.given import fact, headcount
from tests.figures.given import session_with
from tests.figures.reports.given import prepared, published


@pytest.mark.usefixtures("database")
def test_a_report_that_is_prepared_proves_nothing() -> None:
    assert verifying.of_report(prepared()) is Found.NOT_PUBLISHED


Change = Callable[[], object]
TOUCHED: dict[str, Change] = {
    "place_id": lambda: PlaceFactory.create().id,
    "category_id": lambda: CategoryFactory.create().id,
    "training_session_id": lambda: TrainingSessionFactory.create().id,
    "person_id": lambda: PersonFactory.create().id,
    "sex": lambda: "unspecified",
    "age_group": lambda: "minor",
    "outcome": lambda: "sensitized",
    "last_day": lambda: date(2014, 1, 1),
}
"""Whatever the tables of a report rest on, each with something it was not."""
TOUCHED_OF_HEADS: dict[str, Change] = {
    **{it: TOUCHED[it] for it in TOUCHED if it not in {"person_id", "outcome"}},
    "outcome": lambda: "trained",
    "count": lambda: 41,
    "at_least": lambda: True,
}


def touch(report: Report, column: str, value: object) -> Found:
    """Write in the table itself, as nothing of ours does, and verify."""
    assert verifying.of_report(report) is Found.GENUINE
    db.session.execute(update(Fact).values({column: value}))
    db.session.commit()
    db.session.expire_all()
    return verifying.of_report(report)


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("column", TOUCHED)
def test_a_fact_that_was_touched_is_noticed(tmp_path: Path, column: str) -> None:
    session_with({PersonFactory.create(sex="f"): "P"})
    assert touch(published(tmp_path), column, TOUCHED[column]()) is Found.FACTS_CHANGED


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("column", TOUCHED_OF_HEADS)
def test_a_headcount_that_was_touched_is_noticed(tmp_path: Path, column: str) -> None:
    HeadcountFactFactory.create(count=40, sex="f")
    assert touch(published(tmp_path), column, TOUCHED_OF_HEADS[column]()) is Found.FACTS_CHANGED


@pytest.mark.usefixtures("database")
def test_a_region_drawn_anew_touches_no_fact(tmp_path: Path) -> None:
    training_session = session_with({PersonFactory.create(): "P"})
    report = published(tmp_path)
    training_session.place.parent = PlaceFactory.create()
    training_session.place.level = PlaceLevel.CERCLE
    db.session.commit()
    assert verifying.of_report(report) is Found.GENUINE


def as_before_places(report: Report, key: Key) -> None:
    """Make a report one of those whose digest left out the place and said no form."""
    counted = plain.counted(
        queries.facts_in(report.fact_runs or []),
        codes=queries.category_codes(),
        regions=queries.regions(),
    )
    content = {**(report.content or {})}
    report.digest = rules.digest_of(*counted, rules.FIRST_DIGEST)
    content["facts"] = {"persons": 1, "headcounts": 0, "digest": report.digest}
    report.content, report.signature = content, key.sign(rules.canonical(content))
    db.session.commit()


@pytest.mark.usefixtures("database")
def test_a_report_of_the_first_form_still_verifies(tmp_path: Path) -> None:
    session_with({PersonFactory.create(sex="f"): "P"})
    report = published(tmp_path)
    as_before_places(report, Key.kept_at(tmp_path / "key"))
    assert touch(report, "place_id", PlaceFactory.create().id) is Found.GENUINE
    assert touch(report, "sex", "unspecified") is Found.FACTS_CHANGED


def test_the_first_form_is_written_as_it_always_was() -> None:
    known = [fact(7, "partners", id=1, place=3)], [headcount("partners", 40, id=2, place=3)]
    rows = [
        "1 7 trained partners m adult 2014-03-14",
        "2 =40 sensitized partners m adult 2014-03-14",
    ]
    written = "".join(f"{it}\n" for it in rows).encode()
    assert rules.digest_of(*known, rules.FIRST_DIGEST) == hashlib.sha256(written).hexdigest()


@pytest.mark.parametrize(
    "text", [b"", b"[]", b"{}", b'{"report": 1, "signature": "", "public_key": ""}']
)
def test_what_is_no_report_is_called_so(text: bytes) -> None:
    assert verifying.of_file(text, public="") is Found.UNREADABLE
