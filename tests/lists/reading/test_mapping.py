import json

import pytest

from lms.lib.sheets.sheet import make_sheet
from lms.lists.reading.header import NotAList, find_header
from lms.lists.reading.headings import Meaning
from lms.lists.reading.mapping import NOT_RECORDED, Mapping, mark_columns


def proposed(heading: str, slots: int) -> Mapping:
    return Mapping.proposed(find_header(make_sheet("", [heading.split(";")])), slots)


def test_mark_columns_go_to_the_slots_in_order() -> None:
    mapping = proposed("Nom;J1;J2;J3", slots=3)
    assert mapping.slots == (1, 2, 3)
    assert mapping.complete


@pytest.mark.parametrize("slots", [1, 3])
def test_with_more_or_fewer_columns_than_slots_nothing_is_guessed(slots: int) -> None:
    mapping = proposed("Nom;J1;J2", slots)
    assert mapping.slots == (NOT_RECORDED,) * slots
    assert not mapping.complete


def test_a_signature_says_who_came_when_nothing_else_does() -> None:
    assert proposed("Nom;Signature", slots=1).slots == (1,)
    assert proposed("Nom;J1;Signature", slots=1).slots == (1,)
    assert [it.index for it in mark_columns(proposed("Nom;Visa", slots=2).columns)] == [1]


def test_a_mapping_survives_being_stored() -> None:
    mapping = proposed("N°;Nom;J1;J2", slots=2)
    assert Mapping.from_json(json.loads(json.dumps(mapping.to_json()))) == mapping


def test_meanings_and_slots_can_be_changed() -> None:
    mapping = proposed("Nom;Signature", slots=2).changed({1: Meaning.MARK}, [1, 1])
    assert mapping.slots == (1, 1)
    assert mapping.index(Meaning.MARK) == 1
    assert mapping.index(Meaning.SIGNATURE) is None


def test_a_list_keeps_a_column_of_names() -> None:
    with pytest.raises(NotAList):
        proposed("Nom;J1", slots=1).changed({0: Meaning.OTHER}, [1])
