from datetime import UTC, datetime

import pytest

from lms.figures.reports import labels
from lms.figures.reports.changes.causes import Cause, CauseKind

NOW = datetime(2015, 1, 1, tzinfo=UTC)


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("kind", CauseKind)
def test_every_cause_has_its_words(kind: CauseKind) -> None:
    assert "%(" not in labels.cause(Cause(NOW, kind, 3), {3: "FDS-2J-0003"})


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(("value", "written"), [(3, "+3"), (-3, "−3"), (0, "0")])
def test_a_change_has_its_sign(value: int, written: str) -> None:
    assert labels.signed(value) == written
