from collections.abc import Iterator

import pytest
from flask import Flask

from lms.people import labels
from lms.people.kinds import AgeGroup, Sex
from tests.factories.people import CategoryFactory, OrganisationFactory


@pytest.fixture(params=["fr", "en"])
def locale(request: pytest.FixtureRequest, app: Flask) -> Iterator[str]:
    code = str(request.param)
    with app.test_request_context(headers={"Accept-Language": code}):
        yield code


def test_every_sex_has_a_word_for_adults_and_for_minors() -> None:
    assert labels.SEXES.keys() == set(Sex)
    assert labels.YOUNG.keys() == set(Sex)


@pytest.mark.parametrize(
    ("kind", "group", "french", "english"),
    [
        (Sex.MALE, AgeGroup.ADULT, "Homme", "Man"),
        (Sex.FEMALE, AgeGroup.ADULT, "Femme", "Woman"),
        (Sex.MALE, AgeGroup.MINOR, "Garçon", "Boy"),
        (Sex.FEMALE, AgeGroup.MINOR, "Fille", "Girl"),
    ],
)
def test_a_minor_is_a_boy_or_a_girl(
    locale: str, kind: Sex, group: AgeGroup, french: str, english: str
) -> None:
    assert labels.sex(kind, group) == (french if locale == "fr" else english)


def test_a_sex_not_specified_still_tells_a_minor_from_an_adult(locale: str) -> None:
    del locale
    adult, minor = (labels.sex(Sex.UNSPECIFIED, it) for it in (AgeGroup.ADULT, AgeGroup.MINOR))
    assert adult
    assert minor
    assert adult != minor


def test_a_row_is_called_by_its_label_in_the_reader_s_language(locale: str) -> None:
    for made in (CategoryFactory, OrganisationFactory):
        row = made.create(label_fr="Police nationale", label_en="National police")
        said = "Police nationale" if locale == "fr" else "National police"
        assert labels.label(row) == said


def test_a_category_follows_the_one_above_it(locale: str) -> None:
    forces = CategoryFactory.create(label_fr="Forces maliennes", label_en="Malian forces")
    police = CategoryFactory.create(label_fr="Police", label_en="Police", parent=forces)
    above = "Forces maliennes\N{NO-BREAK SPACE}: " if locale == "fr" else "Malian forces: "
    assert labels.category(police) == f"{above}Police"
    assert labels.category(forces) == labels.label(forces)
