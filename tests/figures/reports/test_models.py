import pytest
from sqlalchemy.exc import IntegrityError

from tests.factories.figures import ReportFactory

pytestmark = pytest.mark.usefixtures("database")


def test_two_reports_have_no_code_in_common() -> None:
    code = ReportFactory.create().code
    with pytest.raises(IntegrityError):
        ReportFactory.create(code=code)


def test_a_report_knows_its_window() -> None:
    report = ReportFactory.create()
    assert (report.window.first, report.window.last) == (report.period_start, report.period_end)
