from datetime import date

from lms.courses import errors
from lms.courses.parity import Gap, Part


def test_what_is_missing_is_carried_in_its_order() -> None:
    missing = [Gap(part=Part.TITLE, language="en"), Gap(part=Part.MODULES)]
    assert errors.Incomplete(missing).gaps == missing


def test_a_draft_that_exists_is_named_by_its_number() -> None:
    assert errors.DraftExists(3).number == 3


def test_a_version_that_begins_later_says_from_which_day() -> None:
    refused = errors.AnotherInForce(2, date(2015, 1, 1))
    assert (refused.number, refused.first) == (2, date(2015, 1, 1))
