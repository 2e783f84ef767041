import csv
import json
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest

from lms.accounts.actors import Role
from lms.errors import NotAllowed
from lms.figures.background.making import COUNTING, KIND, make
from lms.figures.background.wanted import Content
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import Scope
from lms.figures.release.cells import Audience
from lms.jobs.makers import MAKERS, NothingToMake
from tests.factories.accounts import UserFactory
from tests.factories.figures import RECORDED, FactFactory
from tests.figures.background.given import MARCH, advance, order, wanted
from tests.figures.given import DAY
from tests.jobs.given import head

pytestmark = pytest.mark.usefixtures("database")


def content(kind: Content, audience: Audience = Audience.INSIDE) -> bytes:
    """Return the file that a unit head gets of three persons."""
    FactFactory.create_batch(3, last_day=DAY)
    asked = wanted(kind, audience, across=Dimension.QUARTER)
    return b"".join(make(order(head(), asked), advance).parts)


def total(text: str, column: str = "total") -> str:
    lines = csv.DictReader(StringIO(text))
    [found] = [
        it for it in lines if (it["category"], it["measure"]) == ("total", "persons_trained")
    ]
    return found[column]


def test_workers_know_how_to_make_figures() -> None:
    assert MAKERS[KIND] is make


def test_for_outside_small_numbers_are_masked_as_on_the_page() -> None:
    assert total(content(Content.CSV, Audience.OUTSIDE).decode()) in {"<5", "s"}


def test_for_inside_numbers_are_whole_in_every_form() -> None:
    assert total(content(Content.CSV).decode()) == "3"


def test_a_spreadsheet_in_french_and_hashtags_are_forms_of_csv() -> None:
    assert content(Content.SPREADSHEET).startswith(b"\xef\xbb\xbfcategory;label;")


def test_hashtags_stand_under_the_header() -> None:
    assert content(Content.HXL).splitlines()[1].startswith(b"#beneficiary+type+code,")


def test_the_document_and_the_paper_are_the_same_as_those_of_the_page() -> None:
    said = json.loads(content(Content.JSON))
    assert said["audience"] == "inside"
    assert content(Content.PDF).startswith(b"%PDF")


def test_two_dimensions_stay_inside_whatever_was_asked() -> None:
    made = content(Content.PIVOT_XLSX, Audience.OUTSIDE)
    workbook = openpyxl.load_workbook(BytesIO(made))
    notes = " ".join(str(it[0]) for it in workbook["Notes"].iter_rows(values_only=True))
    assert "usage interne" in notes


def test_the_file_says_in_its_name_what_it_is_and_for_whom() -> None:
    FactFactory.create(last_day=DAY)
    inside = make(order(head(), wanted(Content.FACTS)), advance)
    assert inside.file_name == "kalanso-facts-2014-03-01-2014-03-31-inside.csv"
    outside = make(order(head(), wanted(Content.XLSX)), advance)
    assert outside.file_name == "kalanso-totals-2014-03-01-2014-03-31.xlsx"


@pytest.mark.parametrize("role", [Role.TRAINER, Role.PARTICIPANT])
@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("kind", Content)
def test_whoever_has_lost_the_right_gets_no_file_at_all(
    role: Role, audience: Audience, kind: Content
) -> None:
    FactFactory.create(last_day=DAY)
    demoted = UserFactory.create(role=role)
    with pytest.raises(NotAllowed):
        make(order(demoted, wanted(kind, audience, Dimension.QUARTER)), advance)


@pytest.mark.parametrize(
    "more",
    [{"as_of": RECORDED}, {"regions": frozenset({"ML06", "ML07"})}],
    ids=["moment", "regions"],
)
def test_what_was_asked_before_it_was_refused_is_not_made_for_outside(
    more: dict[str, Any],
) -> None:
    FactFactory.create(last_day=DAY)
    scope = Scope(window=MARCH, **more)
    with pytest.raises(NotAllowed):
        make(order(head(), wanted(audience=Audience.OUTSIDE, scope=scope)), advance)


def test_of_nothing_no_file_is_made() -> None:
    with pytest.raises(NothingToMake):
        make(order(head(), wanted()), advance)


def test_counting_says_how_far_it_is() -> None:
    FactFactory.create(last_day=DAY)
    heard: list[float] = []
    make(order(head(), wanted()), heard.append)
    assert heard == sorted(heard)
    assert (heard[0], heard[-1]) == (0, COUNTING)
