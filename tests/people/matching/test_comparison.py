"""Each field agrees, nearly agrees or speaks against (DOMAIN 4.3 to 4.7)."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, strategies as st

from lms.people.kinds import BirthPrecision, Sex
from lms.people.matching import ranks
from lms.people.matching.levels import Field, Level
from lms.people.matching.records import Birth, Known, Row, Traits
from tests.people.matching.rows import COMPARER, agreement, known, name, row
from tests.people.matching.test_canonical import NEVER

DAY, YEAR = BirthPrecision.DAY, BirthPrecision.YEAR
WORDS = [
    "Traoré",
    "Touré",
    "Diarra",
    "Diawara",
    "Koné",
    "Konaté",
    "Cissé",
    "Sissoko",
    "Dembélé",
    "Debmélé",
    "Keïta",
    "Ag",
    "Walet",
    "Awa",
    "Adama",
    "Issa",
    "Moussa",
    "Mamadou",
    "Amadou",
    "Fatoumata",
    "Fadimata",
    "Drissa",
    "Dirssa",
    "Sékou",
    "Oumar",
]
parts = st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)
births = st.none() | st.builds(
    Birth.of, st.dates(date(1970, 1, 1), date(1974, 12, 31)), st.sampled_from(BirthPrecision)
)
traits = st.builds(
    Traits,
    number=st.sampled_from(["", "12345", "12346", "98765"]),
    phone=st.sampled_from(["", "+22370000001", "+22370000002"]),
    birth=births,
    sex=st.sampled_from(Sex),
    rank=st.none() | st.integers(0, 17),
    kind=st.sampled_from(["", "mission", "partners"]),
)
rows = st.builds(
    lambda surname, given_names, it: Row(
        number=1, name=name(f"{surname}|{given_names}"), traits=it
    ),
    parts,
    parts,
    traits,
)


def name_levels(one: str, other: str) -> tuple[Level, Level]:
    """Return how far surnames and given names agree."""
    found = agreement(row(one), known(other))
    return found.of(Field.SURNAME), found.of(Field.GIVEN)


def birth_level(one: Birth, other: Birth) -> Level:
    """Return how far two births agree."""
    return agreement(row("Koné|Awa", birth=one), known("Koné|Awa", birth=other)).of(Field.BIRTH)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Keïta|Dirssa", "Keita|Drissa"),
        ("Debmele|Awa", "Dembélé|Awa"),
        ("Guindo|Ramta", "Guindo|Ramata"),
    ],
)
def test_one_letter_or_two_swapped_are_forgiven(one: str, other: str) -> None:
    assert Level.CLOSE in name_levels(one, other)


def test_a_letter_of_a_short_name_is_not_forgiven() -> None:
    assert COMPARER.compare(row("Sow|Awa"), known("Sox|Awa")) is None


def test_one_of_two_given_names_is_part_of_the_name() -> None:
    assert name_levels("Koné|Fatoumata Binta", "Koné|Fatoumata") == (Level.SAME, Level.PART)


def test_parts_that_changed_places_are_found() -> None:
    found = agreement(row("Moussa|Traoré"), known("Traoré|Moussa"))
    assert found.swapped
    assert found.of(Field.SURNAME) is Level.SAME


def test_the_nearest_spelling_of_somebody_is_compared() -> None:
    found = agreement(row("Keïta|Awa"), known("Keïta|Hawa Sidi", "Keïta|Awa"))
    assert found.of(Field.GIVEN) is Level.SAME


@pytest.mark.parametrize(("one", "other"), NEVER)
@pytest.mark.parametrize("frame", ["Doumbouya|{}", "{}|Rokia", "Doumbouya|{} Sékou", "{}|"])
def test_names_that_are_never_one_are_not_proposed(one: str, other: str, frame: str) -> None:
    assert COMPARER.compare(row(frame.format(one)), known(frame.format(other))) is None


@pytest.mark.parametrize(("one", "other"), NEVER)
def test_names_that_are_never_one_are_not_proposed_when_places_change(
    one: str, other: str
) -> None:
    assert COMPARER.compare(row(f"Doumbouya|{one}"), known(f"{other}|Doumbouya")) is None


@pytest.mark.parametrize(("one", "other"), NEVER)
def test_all_evidence_but_a_number_leaves_them_apart(one: str, other: str) -> None:
    born = Birth.of(date(1980, 5, 4), DAY)
    shared: dict[str, Any] = {"phone": "+22376271468", "birth": born}
    first, second = row(f"Doumbouya|{one}", **shared), known(f"Doumbouya|{other}", **shared)
    assert COMPARER.compare(first, second) is None


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (date(1980, 5, 4), date(1980, 5, 4), Level.DAY),
        (date(1980, 5, 4), date(1980, 4, 5), Level.CLOSE),
        (date(1980, 1, 1), date(1980, 1, 1), Level.SAME),
        (date(1980, 12, 31), date(1980, 12, 31), Level.SAME),
        (date(1980, 1, 1), date(1980, 5, 4), Level.SAME),
        (date(1980, 5, 4), date(1981, 5, 4), Level.CLOSE),
        (date(1980, 5, 4), date(1990, 5, 4), Level.DIFFERENT),
    ],
)
def test_births_agree_by_day_year_or_nearly(one: date, other: date, level: Level) -> None:
    assert birth_level(Birth.of(one, DAY), Birth.of(other, DAY)) is level


def test_a_year_alone_is_never_a_day() -> None:
    year = Birth.of(date(1980, 5, 4), YEAR)
    assert birth_level(year, year) is Level.SAME


def test_numbers_agree_nearly_or_not() -> None:
    def level(one: str, other: str) -> Level:
        return agreement(row("Koné|Awa", number=one), known("Koné|Awa", number=other)).of(
            Field.NUMBER
        )

    assert level("12345", "12345") is Level.SAME
    assert level("12345", "12354") is Level.CLOSE
    assert level("12345", "98765") is Level.DIFFERENT
    assert level("", "98765") is Level.UNKNOWN


@pytest.mark.parametrize(
    ("before", "now", "level"),
    [
        ("Sgt", "Sergent", Level.SAME),
        ("Cpl", "C/C", Level.RISE),
        ("Sgt", "Adj", Level.CLOSE),
        ("Adj", "Sgt", Level.DIFFERENT),
        ("Sgt", "Colonel", Level.DIFFERENT),
        ("Sgt", "chauffeur", Level.UNKNOWN),
    ],
)
def test_a_rank_stays_or_rises(before: str, now: str, level: Level) -> None:
    found = agreement(
        row("Koné|Awa", rank=ranks.level(now)), known("Koné|Awa", rank=ranks.level(before))
    )
    assert found.of(Field.RANK) is level


def levels(row: Row, before: Row) -> list[Level] | None:
    """Return all levels but that of the rank; the names as a pair without order."""
    them = Known(person=1, names=[before.name], seen=[before.traits])
    found = COMPARER.compare(row, them)
    if found is None:
        return None
    parts = sorted((found.of(Field.SURNAME), found.of(Field.GIVEN)))
    others = [it for it in Field if it not in {Field.SURNAME, Field.GIVEN, Field.RANK}]
    return [*parts, *(found.of(it) for it in others)]


@given(rows, rows)
def test_comparing_is_symmetric_but_for_the_rise_of_a_rank(one: Row, other: Row) -> None:
    """A rank rises in time, so its level alone depends on who came first.

    Names that changed places have their levels in the order of the row, so they are a pair.
    """
    assert levels(one, other) == levels(other, one)


@given(rows, rows)
def test_comparing_gives_the_same_each_time(one: Row, other: Row) -> None:
    assert levels(one, other) == levels(one, other)
