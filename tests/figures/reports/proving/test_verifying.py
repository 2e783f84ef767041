from pathlib import Path

import pytest
from sqlalchemy import text as sql

from lms.extensions import db
from lms.figures.reports.proving import verifying
from lms.figures.reports.proving.verifying import Found
from tests.factories.people import PersonFactory
from tests.figures.given import session_with
from tests.figures.reports.given import prepared, published


@pytest.mark.usefixtures("database")
def test_a_report_that_is_prepared_proves_nothing() -> None:
    assert verifying.of_report(prepared()) is Found.NOT_PUBLISHED


@pytest.mark.usefixtures("database")
def test_a_fact_that_was_touched_is_noticed(tmp_path: Path) -> None:
    session_with({PersonFactory.create(): "P"})
    report = published(tmp_path)
    found = [verifying.of_report(report)]
    db.session.execute(sql("UPDATE fact SET sex = 'unspecified'"))
    db.session.expire_all()
    assert [*found, verifying.of_report(report)] == [Found.GENUINE, Found.FACTS_CHANGED]


@pytest.mark.parametrize(
    "text", [b"", b"[]", b"{}", b'{"report": 1, "signature": "", "public_key": ""}']
)
def test_what_is_no_report_is_called_so(text: bytes) -> None:
    assert verifying.of_file(text, public="") is Found.UNREADABLE
