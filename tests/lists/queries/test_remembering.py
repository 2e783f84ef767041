"""How lists with the same headings were read before."""

import pytest

from lms.lib.sheets.sheet import Sheet, make_sheet
from lms.lists.queries import proposed, remembered
from lms.lists.reading.headings import Meaning
from tests.factories.lists import RememberedMappingFactory

pytestmark = pytest.mark.usefixtures("database")


def sheet() -> Sheet:
    return make_sheet("1", [["Nom", "Prénom", "Remarque"], ["Maïga", "Awa", "x"]])


def test_a_list_of_an_unknown_shape_is_read_by_its_headings() -> None:
    assert proposed(sheet(), 0).columns[2].meaning is Meaning.OTHER


def test_what_was_said_of_the_last_list_of_the_shape_is_proposed() -> None:
    mapping = proposed(sheet(), 0)
    assert mapping.shape is not None
    said = mapping.changed({2: Meaning.UNIT}, ())
    RememberedMappingFactory.create(shape=mapping.shape, mapping=said.to_json())
    assert remembered(mapping.shape) is not None
    assert proposed(sheet(), 0).columns[2].meaning is Meaning.UNIT
