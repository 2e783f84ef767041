"""How far a row and somebody known agree, field by field."""

from lms.people.matching.levels import Agreement, Field, Level

LEVELS = tuple(
    {Field.SURNAME: Level.SAME, Field.PHONE: Level.DIFFERENT}.get(it, Level.UNKNOWN)
    for it in Field
)
FOUND = Agreement(levels=LEVELS, name="kone|awa")


def test_an_agreement_tells_the_level_of_each_field() -> None:
    told = [FOUND.of(it) for it in (Field.SURNAME, Field.PHONE, Field.KIND)]
    assert told == [Level.SAME, Level.DIFFERENT, Level.UNKNOWN]


def test_an_agreement_names_every_field_with_its_level() -> None:
    assert FOUND.by_field() == {it: FOUND.of(it) for it in Field}


def test_agreements_of_one_pattern_are_equal_whoever_made_them() -> None:
    assert {FOUND, Agreement(levels=LEVELS, name="kone|awa")} == {FOUND}
