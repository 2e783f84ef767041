import pytest

from lms.accounts.actors import SYSTEM
from lms.figures import totals
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Measure, Scope
from lms.figures.reports import freezing
from lms.figures.reports.rules import canonical
from tests.factories.figures import FactFactory, HeadcountFactFactory
from tests.figures.reports.given import WINDOW, prepared

pytestmark = pytest.mark.usefixtures("database")


def test_frozen_lines_are_those_of_the_reading() -> None:
    FactFactory.create()
    HeadcountFactFactory.create(count=40, at_least=True)
    reading = totals.read(scope=Scope(window=WINDOW), actor=SYSTEM)
    content = freezing.tables(reading)
    for measure in (Measure.PERSONS_TRAINED, Measure.HEADCOUNT_SENSITIZED):
        for dimension in freezing.FROZEN:
            live = reading.table(measure, dimension)
            frozen = freezing.lines(content, measure, dimension)
            assert frozen[-1].cells == live.total.cells
    assert canonical(content) == canonical(freezing.tables(reading))


def test_a_report_that_is_not_published_counted_at_no_moment() -> None:
    report = prepared()
    assert freezing.scope_of(report) == Scope(window=WINDOW)
    with pytest.raises(ValueError, match="report"):
        freezing.as_of(report)


def test_rows_of_a_dimension_are_named_in_both_languages() -> None:
    fact = FactFactory.create()
    content = freezing.tables(totals.read(scope=Scope(window=WINDOW), actor=SYSTEM))
    names = content["names"][str(Dimension.CATEGORY)][fact.category.code]
    assert names == {"fr": fact.category.label_fr, "en": fact.category.label_en}
