from collections.abc import Sequence
from datetime import UTC, date, datetime

import click
import pytest

from lms.figures.cli.options import Asked, Dimensions, Moment
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("category", (Dimension.CATEGORY,)),
        ("category,quarter", (Dimension.CATEGORY, Dimension.QUARTER)),
        ("sex, age_group", (Dimension.SEX, Dimension.AGE_GROUP)),
    ],
)
def test_one_or_two_dimensions_are_read(said: str, meant: Sequence[Dimension]) -> None:
    assert Dimensions().convert(said, None, None) == meant


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("colour", "'colour' is not one of category, sex"),
        ("category,", "'' is not one of"),
        ("category,sex,month", "at most two"),
        ("sex,sex", "differ"),
    ],
)
def test_other_dimensions_are_refused_in_a_sentence(said: str, why: str) -> None:
    with pytest.raises(click.BadParameter, match=why):
        Dimensions().convert(said, None, None)


def test_a_day_means_its_end_and_a_moment_itself() -> None:
    end = Moment().convert("2015-08-03", None, None)
    assert (end.hour, end.minute, end.tzinfo) == (23, 59, UTC)
    assert Moment().convert("2015-08-03T14:30", None, None) == datetime(
        2015, 8, 3, 14, 30, tzinfo=UTC
    )


def test_each_measure_that_has_a_table_is_a_question() -> None:
    asked = Asked(
        measures=[Measure.INDICATOR, Measure.PARTICIPATIONS],
        dimensions=(Dimension.SEX, Dimension.MONTH),
        form="csv",
    )
    window = Window(date(2014, 1, 1), date(2014, 1, 31))
    [question] = asked.questions(Scope(window=window))
    assert (question.measure, question.dimension, question.across) == (
        Measure.PARTICIPATIONS,
        Dimension.SEX,
        Dimension.MONTH,
    )
