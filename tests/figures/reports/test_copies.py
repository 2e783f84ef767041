import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure
from lms.figures.counting.values import Column
from lms.figures.release.cells import Audience, CellKind
from lms.figures.reports import freezing, services
from lms.figures.reports.copies import Copy
from lms.figures.reports.models import Report
from tests.factories.figures import FactFactory, HeadcountFactFactory
from tests.factories.people import DistinctionFactory, PersonFactory
from tests.figures.given import DAY, NOW, session_with
from tests.figures.reports.given import head, prepared, published
from tests.house import ROOT

pytestmark = pytest.mark.usefixtures("database")
TRAINED = (Measure.PERSONS_TRAINED, Dimension.CATEGORY)


def copy(report: Report, audience: Audience = Audience.OUTSIDE) -> Copy:
    return Copy(audience, report.content or {})


def three_trained(tmp_path: Path) -> Report:
    session_with({PersonFactory.create(): "P" for _ in range(3)})
    return published(tmp_path)


def test_for_outside_small_numbers_are_masked(tmp_path: Path) -> None:
    total = copy(three_trained(tmp_path)).lines(*TRAINED)[-1].total
    assert (total.kind, total.mark) == (CellKind.BELOW, "<5")


def test_for_inside_they_stand_in_full(tmp_path: Path) -> None:
    inside = copy(three_trained(tmp_path), Audience.INSIDE)
    assert inside.lines(*TRAINED)[-1].total.value == 3


def test_at_least_is_kept_for_outside(tmp_path: Path) -> None:
    HeadcountFactFactory.create(last_day=DAY, headcount__count=40, headcount__at_least=True)
    [*_, total] = copy(published(tmp_path)).lines(Measure.HEADCOUNT_SENSITIZED, Dimension.CATEGORY)
    assert (total.total.kind, total.total.value) == (CellKind.AT_LEAST, 40)


def test_what_came_later_changes_no_copy(tmp_path: Path) -> None:
    report = three_trained(tmp_path)
    session_with({PersonFactory.create(): "P" for _ in range(9)})
    assert copy(report).lines(*TRAINED)[-1].total.mark == "<5"


def test_single_days_are_widened_to_whole_months_for_outside(tmp_path: Path) -> None:
    FactFactory.create_batch(6, last_day=DAY)
    asked = Window(DAY.replace(day=20), DAY.replace(day=25))
    report = services.prepare(window=asked, now=NOW, actor=head())
    found = published(tmp_path, report)
    outside, inside = copy(found), copy(found, Audience.INSIDE)
    assert (outside.is_widened, inside.is_widened) == (True, False)
    assert outside.window == Window(DAY.replace(day=1), DAY.replace(day=31))
    assert not outside.lines(*TRAINED)[-1].is_empty
    assert inside.lines(*TRAINED)[-1].total.value == 0


@pytest.mark.parametrize("audience", Audience)
def test_each_document_fits_the_published_schema(tmp_path: Path, audience: Audience) -> None:
    schema = json.loads(Path(ROOT, "lms/figures/reports/data/report.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    HeadcountFactFactory.create(last_day=DAY, headcount__at_least=True)
    DistinctionFactory.create()
    document = freezing.signed(three_trained(tmp_path), audience)
    Draft202012Validator(schema).validate(document)
    document["report"]["measures"]["persons_trained"]["category"][-1]["cells"]["men"] = "0"
    assert not Draft202012Validator(schema).is_valid(document)


def test_columns_stand_in_their_order(tmp_path: Path) -> None:
    line = copy(three_trained(tmp_path)).lines(*TRAINED)[-1]
    assert list(line.cells) == list(Column)


def test_a_report_being_prepared_has_no_copy() -> None:
    assert prepared().content is None
