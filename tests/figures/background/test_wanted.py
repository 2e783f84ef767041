import json
from datetime import UTC, datetime

import pytest

from lms.figures.background.wanted import Content, Wanted
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Scope
from lms.figures.release.cells import Audience
from tests.figures.background.given import MARCH, wanted

SCOPE = Scope(
    window=MARCH, regions=frozenset({"ML07", "ML08"}), as_of=datetime(2014, 5, 1, tzinfo=UTC)
)


@pytest.mark.parametrize(
    "it",
    [
        wanted(),
        wanted(Content.PIVOT_XLSX, Audience.INSIDE, across=Dimension.QUARTER),
        wanted(Content.FACTS, Audience.INSIDE, scope=SCOPE),
        wanted(scope=Scope(window=MARCH, regions=frozenset())),
    ],
)
def test_what_is_wanted_comes_back_from_its_row_as_it_was(it: Wanted) -> None:
    assert Wanted.of(json.loads(json.dumps(it.row))) == it


def test_a_file_ends_as_its_form_does() -> None:
    assert [it.suffix for it in Content] == [
        "xlsx",
        "pdf",
        "csv",
        "csv",
        "csv",
        "json",
        "xlsx",
        "csv",
        "csv",
    ]
