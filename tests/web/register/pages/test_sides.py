from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from flask import Flask

from lms.people.kinds import BirthPrecision, Sex
from lms.people.models import Person
from lms.web.register.pages import sides
from lms.web.register.pages.sides import FieldLine
from tests.factories.people import CategoryFactory, PersonFactory


@pytest.fixture(autouse=True)
def _english(app: Flask) -> Iterator[None]:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        yield


def pair(one: Mapping[str, object], other: Mapping[str, object]) -> tuple[Person, Person]:
    """Return two people alike but for what is said of each."""
    alike = {"category": CategoryFactory.create(), "surname": "Keïta-Exemple"}
    return PersonFactory.create(**({**alike, **one})), PersonFactory.create(**({**alike, **other}))


def compared(one: Mapping[str, object], other: Mapping[str, object]) -> dict[str, FieldLine]:
    lines = sides.field_lines(*pair(one, other), protected=False)
    return {it.label: it for it in lines}


def differing(one: Mapping[str, object], other: Mapping[str, object]) -> set[str]:
    return {label for label, it in compared(one, other).items() if it.differs}


def test_accents_alone_are_said_and_not_marked() -> None:
    found = compared({}, {"surname": "KEITA-EXEMPLE"})["Surname"]
    assert (found.differs, found.note) == (False, "the same but for accents")


def test_leading_zeros_and_separators_of_a_number_are_no_difference() -> None:
    one = {"service_number": "00-71", "service_number_key": "71"}
    assert differing(one, {"service_number": "71", "service_number_key": "71"}) == set()
    other = {"service_number": "72", "service_number_key": "72"}
    assert differing(one, other) == {"Service number"}


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ((date(1986, 1, 1), "day"), (date(1986, 1, 1), "year"), False),
        ((date(1986, 1, 1), "day"), (date(1986, 5, 7), "day"), False),
        ((date(1986, 5, 7), "day"), (date(1986, 1, 1), "age"), False),
        ((date(1986, 5, 7), "day"), (date(1986, 5, 8), "day"), True),
        ((date(1986, 1, 1), "year"), (date(1987, 1, 1), "year"), True),
        ((date(1986, 1, 1), "year"), (None, None), False),
    ],
)
def test_births_agree_as_far_as_both_are_known(
    one: tuple[date, str], other: tuple[date, str], *, differs: bool
) -> None:
    fields = ("birth_date", "birth_precision")
    found = differing(dict(zip(fields, one, strict=True)), dict(zip(fields, other, strict=True)))
    assert ("Birth" in found) is differs


def test_what_neither_says_has_no_line() -> None:
    assert set(compared({}, {})) == {"Surname", "Given names", "Sex", "Category"}


def test_of_protected_people_neither_name_nor_number_is_shown() -> None:
    told = {
        "phone": "+22376000017",
        "service_number": "EX-0417",
        "service_number_key": "EX0417",
        "rank": "Élève",
        "unit": "École-exemple",
        "birth_date": date(2004, 5, 7),
        "given_names": "Mamadou",
    }
    lines = sides.field_lines(*pair(told, told | {"given_names": "Mamadu"}), protected=True)
    shown = {piece.text for it in lines for piece in (*it.one, *it.other)}
    assert shown == {"2004", "Woman"} | {it for it in shown if it.startswith("Category")}
    assert [it.note for it in lines if it.withheld] == ["the same", "1 letter differs"]


def test_a_birth_is_said_as_exactly_as_it_is_known() -> None:
    born = {"birth_date": date(1986, 5, 7)}
    years = [
        sides.birth(PersonFactory.build(birth_precision=it, category=None, **born))
        for it in (BirthPrecision.DAY, BirthPrecision.YEAR, BirthPrecision.AGE, None)
    ]
    assert years == ["7 May 1986", "1986", "about 1986", "7 May 1986"]


def test_a_sex_that_no_list_said_is_empty() -> None:
    assert sides.sex(PersonFactory.build(sex=Sex.UNSPECIFIED, category=None)) == ""


def test_a_protected_person_has_a_pseudonym() -> None:
    person = PersonFactory.create(surname="Keïta")
    assert sides.shown_name(person, protected=True) == f"E-{person.id:04d}"
    assert sides.shown_name(person, protected=False) == "KEÏTA Awa"


def test_a_phone_is_shown_in_pairs() -> None:
    assert sides.phone(PersonFactory.create(phone="+22376000017")) == "+223 76 00 00 17"
