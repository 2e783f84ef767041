from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from lms.people.kinds import AgeGroup, BirthPrecision
from lms.people.rules import (
    age,
    age_group,
    birth_of_age,
    phone_number,
    protected,
    service_number_key,
    spaced_phone,
    stored_birth,
    too_young,
)

DAY = date(2014, 3, 12)
days = st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 12, 31))


@pytest.mark.parametrize(
    ("born", "group"),
    [
        (date(1996, 3, 12), AgeGroup.ADULT),  # eighteen on that very day
        (date(1996, 3, 13), AgeGroup.MINOR),
        (date(1996, 1, 1), AgeGroup.ADULT),
        (date(1997, 1, 1), AgeGroup.MINOR),
    ],
)
def test_a_minor_is_under_18_on_the_first_day(born: date, group: AgeGroup) -> None:
    assert age_group(birth_date=born, minors_category=False, day=DAY) is group


@pytest.mark.parametrize(("minors", "group"), [(True, AgeGroup.MINOR), (False, AgeGroup.ADULT)])
def test_the_category_decides_where_no_birth_date_is_known(minors: bool, group: AgeGroup) -> None:
    assert age_group(birth_date=None, minors_category=minors, day=DAY) is group


def test_a_known_birth_date_wins_over_the_category() -> None:
    born = date(1990, 1, 1)
    assert age_group(birth_date=born, minors_category=True, day=DAY) is AgeGroup.ADULT


@given(days, days)
def test_the_group_is_what_the_age_says(born: date, day: date) -> None:
    minor = age_group(birth_date=born, minors_category=False, day=day) is AgeGroup.MINOR
    assert minor == (age(born, day) < 18)


@given(st.integers(0, 90), days)
def test_an_age_is_kept_through_what_is_stored(years: int, day: date) -> None:
    born, precision = birth_of_age(years, day)
    assert precision is BirthPrecision.AGE
    assert age(born, day) == years


@given(days, days)
def test_nobody_becomes_a_minor_again(born: date, day: date) -> None:
    groups = [
        age_group(birth_date=born, minors_category=False, day=day + timedelta(days=later))
        for later in (0, 1)
    ]
    assert groups != [AgeGroup.ADULT, AgeGroup.MINOR]


def test_a_year_is_stored_as_its_first_day() -> None:
    born = date(1975, 6, 30)
    assert stored_birth(born, BirthPrecision.YEAR) == date(1975, 1, 1)
    assert stored_birth(born, BirthPrecision.DAY) == born


@pytest.mark.parametrize(
    ("born", "minors", "top", "expected"),
    [
        (date(2001, 1, 1), False, "mission", True),
        (date(1980, 1, 1), False, "civil-society", False),
        (None, False, "civil-society", True),
        (None, False, "armed-movements", True),
        (date(1980, 1, 1), False, "armed-movements", True),
        (None, False, "malian-forces", False),
        (None, True, "childrens-parliament", True),
    ],
)
def test_who_is_shown_by_a_pseudonym(
    born: date | None, minors: bool, top: str, expected: bool
) -> None:
    found = protected(birth_date=born, minors_category=minors, top_category=top, day=DAY)
    assert found is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("44/6386", "446386"), ("072159", "72159"), ("ex-04112", "EX 04112"), ("0", "-")],
)
def test_separators_case_and_leading_zeros_make_no_difference(one: str, other: str) -> None:
    assert service_number_key(one) == service_number_key(other)


def test_zeros_inside_a_number_count() -> None:
    assert service_number_key("44/6386") != service_number_key("440/6386")


@pytest.mark.parametrize(
    "typed",
    [
        *("76271468", "76 27 14 68", "76.27.14.68", "+223 76271468", "0022376271468"),
        *("22376271468", "(223) 76-27-14-68", "Tél : 76 27 14 68", "76\u202f27\u00a014\u202f68"),
        *("76271468 / 65123456", "76 27 14 68 ou 65 12 34 56", "76271468 (bureau)"),
    ],
)
def test_a_malian_number_is_kept_with_its_country(typed: str) -> None:
    assert phone_number(typed) == "+22376271468"


@pytest.mark.parametrize("typed", ["abc", "", "762714", "7627146", "+223 7627146", "0033", "+0"])
def test_a_number_that_cannot_be_dialled_is_none(typed: str) -> None:
    assert phone_number(typed) is None


def test_a_foreign_number_is_kept() -> None:
    assert phone_number("+33 1 23 45 67 89") == "+33123456789"


def test_a_number_is_shown_in_pairs() -> None:
    assert spaced_phone("+22376271468") == "+223 76 27 14 68"
    assert spaced_phone("+33123456789") == "+33123456789"


@given(st.text())
def test_a_stored_number_is_read_as_itself(typed: str) -> None:
    number = phone_number(typed)
    assert number is None or phone_number(spaced_phone(number)) == number


def test_r12_the_parliament_has_a_least_age_of_its_own() -> None:
    def of(born: date | None, category: str = "childrens-parliament") -> bool:
        return too_young(birth_date=born, top_category=category, day=date(2014, 3, 12))

    assert of(date(2002, 3, 13))
    assert not of(date(2002, 3, 12))
    assert not of(date(2002, 1, 1)), "of whom the year alone is known"
    assert not of(None)
    assert not of(date(2010, 3, 12), "civil-society")
