import pytest
from flask import Flask
from flask_babel import force_locale

from lms.errors import LmsError, StaleEdit
from lms.figures.targets import labels
from lms.figures.targets.errors import (
    BadRows,
    InTheWay,
    NoTable,
    NotOfUnits,
    TooManyRows,
    UnknownRegion,
)
from lms.figures.targets.importing.cells import Trouble
from lms.figures.targets.importing.rows import Row
from lms.figures.targets.models import Strength
from lms.figures.targets.rules import Fate
from lms.lib.sheets.sheet import Reason, UnreadableSheet
from tests.figures.targets.given import aim, rotation

ERRORS = [
    *(UnreadableSheet(it) for it in Reason),
    NoTable(("count", "source")),
    TooManyRows(),
    InTheWay(Fate.CHANGED, aim()),
    InTheWay(Fate.OVERLAPPING, rotation()),
    UnknownRegion(),
    NotOfUnits(),
    BadRows(),
    StaleEdit(),
]


@pytest.mark.parametrize("error", ERRORS, ids=repr)
@pytest.mark.parametrize("locale", ["fr", "en"])
def test_every_error_is_a_sentence(app: Flask, error: LmsError, locale: str) -> None:
    with app.app_context(), force_locale(locale):
        said = labels.error(error)
    assert said.endswith(".")
    assert "%(" not in said


@pytest.mark.parametrize("trouble", [*Trouble])
@pytest.mark.parametrize("locale", ["fr", "en"])
def test_every_trouble_of_a_row_is_a_sentence(app: Flask, trouble: Trouble, locale: str) -> None:
    row = Row(number=2, trouble=trouble, said="100 % =x", before=rotation())
    with app.app_context(), force_locale(locale):
        said = labels.trouble(row)
    assert said.endswith(".")
    assert "%(" not in said


def test_a_long_cell_is_cut_in_its_sentence(app: Flask) -> None:
    with app.app_context(), force_locale("en"):
        said = labels.trouble(Row(number=2, trouble=Trouble.REGION, said="x" * 5000))
    assert len(said) < 120
    assert "…" in said


def test_a_rotation_that_overlaps_says_which(app: Flask) -> None:
    with app.app_context(), force_locale("en"):
        said = labels.error(InTheWay(Fate.OVERLAPPING, rotation()))
    assert "1 January – 31 December 2014" in said


def test_a_strength_that_is_missing_is_said_so_and_is_not_zero(app: Flask) -> None:
    with app.app_context(), force_locale("fr"):
        assert labels.amount(None) == "non déclaré"
        assert labels.amount(1500) == "1\u202f500"


def test_what_changes_is_said_with_both_numbers(app: Flask) -> None:
    row = Row(number=2, fate=Fate.CHANGED, given=aim(count=50), before=aim())
    other = Row(number=2, fate=Fate.CHANGED, given=aim(source="x"), before=aim())
    with app.app_context(), force_locale("en"):
        assert labels.fate(row) == "Changes 40 to 50"
        assert labels.fate(other) == "Changes"


def test_a_unit_is_named_with_its_rotation_where_it_has_one() -> None:
    assert labels.name(Strength(unit="A", rotation="Rotation 1")) == "A · Rotation 1"
    assert labels.name(Strength(unit="A", rotation="")) == "A"


def test_a_region_that_is_not_known_any_more_keeps_its_code(app: Flask) -> None:
    with app.app_context(), force_locale("en"):
        assert labels.region("", {}) == "Whole country"
        assert labels.region("ML99", {}) == "ML99"
