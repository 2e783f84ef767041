"""How much an agreement weighs: rare names and numbers much, what differs against."""

from typing import Any

import pytest

from lms.people.kinds import Sex
from lms.people.matching.blocking import Vocabulary
from lms.people.matching.levels import Field, Level
from lms.people.matching.records import Known, Row
from lms.people.matching.weights import Model, pattern
from tests.people.matching.rows import agreement, known, name, row


def register() -> Vocabulary:
    """Return a register in which Koné is common, Kassogué rare, and most are of the forces."""
    found = Vocabulary({name("Koné|Awa"): 400, name("Kassogué|Awa"): 2, name("Diarra|Issa"): 600})
    found.add_kind("malian-forces", 900)
    found.add_kind("partners", 100)
    return found


def weight(one: Row, other: Known, model: Model | None = None) -> float:
    return (model or Model()).weight(agreement(one, other), register())


def test_a_rare_name_weighs_more_than_a_common_one() -> None:
    rare = weight(row("Kassogué|Awa"), known("Kassogué|Awa"))
    assert rare > weight(row("Koné|Awa"), known("Koné|Awa"))


@pytest.mark.parametrize(
    ("field", "value", "other"),
    [
        ("number", "12345", "98765"),
        ("phone", "+22370000001", "+22376543210"),
        ("sex", Sex.FEMALE, Sex.MALE),
    ],
)
def test_what_agrees_speaks_for_one_person_and_what_differs_against(
    field: str,
    value: Any,  # noqa: ANN401 - as each field has it
    other: Any,  # noqa: ANN401 - likewise
) -> None:
    one, silent = row("Koné|Awa", **{field: value}), weight(row("Koné|Awa"), known("Koné|Awa"))
    agreed = weight(one, known("Koné|Awa", **{field: value}))
    assert agreed > silent > weight(one, known("Koné|Awa", **{field: other}))


def test_a_rare_category_shared_weighs_more_than_a_common_one() -> None:
    """R7: another category speaks against, without ruling out."""
    common, rare, other = (
        weight(row("Koné|Awa", kind=mine), known("Koné|Awa", kind=theirs))
        for mine, theirs in (
            ("malian-forces", "malian-forces"),
            ("partners", "partners"),
            ("partners", "malian-forces"),
        )
    )
    assert rare > common > other


def test_what_decisions_taught_is_added_to_their_pattern_alone() -> None:
    one, other = row("Koné|Awa"), known("Koné|Awa")
    model = Model(taught={pattern(agreement(one, other)): 2.5})
    with_phone = row("Koné|Awa", phone="1"), known("Koné|Awa", phone="1")
    assert weight(one, other, model) == pytest.approx(weight(one, other) + 2.5)
    assert weight(*with_phone, model) == weight(*with_phone)


def test_a_pattern_is_the_levels_in_the_order_of_the_fields() -> None:
    found = pattern(agreement(row("Koné|Awa", phone="1"), known("Koné|Awa", phone="1")))
    levels = dict(zip(Field, found, strict=True))
    assert (levels[Field.PHONE], levels[Field.NUMBER]) == (Level.SAME, Level.UNKNOWN)


def test_parts_that_changed_places_weigh_less() -> None:
    straight = weight(row("Koné|Awa"), known("Koné|Awa"))
    assert straight > weight(row("Awa|Koné"), known("Koné|Awa"))
