"""What would be recorded of a list of headcounts."""

import pytest

from lms.lib.sheets.reading import read_sheet
from lms.lists import queries
from lms.lists.queries import CountPreview
from lms.people import queries as people, reference
from lms.people.kinds import AgeGroup, Sex
from tests.lists.given import DATA, FIRST_DAY

pytestmark = pytest.mark.usefixtures("database")


def counted(content: bytes) -> CountPreview:
    reference.load()
    sheet = read_sheet(content)
    terms = queries.terms_on(FIRST_DAY, people.category("civil-society"))
    return queries.examine_counts(sheet, queries.proposed(sheet, 0), terms)


def test_the_first_row_under_the_header_counts() -> None:
    """DOMAIN R2, the list of the north: 982 men, 1,147 women, 421 boys, 548 girls."""
    sums = counted((DATA / "nord-2015-sensibilisation.csv").read_bytes()).sums
    assert [
        sums[Sex.MALE, AgeGroup.ADULT],
        sums[Sex.FEMALE, AgeGroup.ADULT],
        sums[Sex.MALE, AgeGroup.MINOR],
        sums[Sex.FEMALE, AgeGroup.MINOR],
    ] == [982, 1147, 421, 548]


def test_a_row_without_a_number_is_refused_and_the_others_count() -> None:
    found = counted(b"Lieu;Hommes;Femmes\nGao;3;4\nKidal;x;1")
    assert (len(found.rows), len(found.to_record), found.sums.total()) == (2, 1, 7)


def test_a_total_at_the_foot_that_differs_is_told() -> None:
    found = counted(b"Lieu;Hommes;Femmes;Total\nGao;3;4;7\nTotal;;;9")
    assert found.declared_total is None or found.totals_differ
