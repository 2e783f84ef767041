"""What a list says as a whole."""

from datetime import date

import pytest

from lms.lib.sheets.sheet import Sheet, make_sheet
from lms.lists.queries import proposed
from lms.lists.reading import subjects

NAMES = ["Maïga", "Awa", "F"]


def told(title: str, *more: str) -> Sheet:
    return make_sheet("1", [[title], ["Nom", "Prénom", "Sexe", *more], NAMES, NAMES])


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("title", "heading", "code"),
    [
        ("Parlement des enfants", "Âge", "childrens-parliament"),
        ("Sous-groupe Protection de l’enfant", "Structure", "cp-subgroup"),
        ("LISTE DE PRESENCE", "Matricule", "malian-forces"),
        ("MINUSMA induction", "Year of birth", "mission"),
        ("Liste", "Index No", "mission"),
        ("Atelier", "Structure", "partners"),
        ("Causerie", "Quartier", "civil-society"),
        ("Liste", "Remarque", None),
    ],
)
def test_titles_and_headings_tell_whom_a_list_is_of(
    title: str, heading: str, code: str | None
) -> None:
    sheet = told(title, heading)
    assert subjects.audience(sheet, proposed(sheet, 0)) == code


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Du 12/03/2014 au 14/03/2014", date(2014, 3, 12)),
        ("Held on 2014-11-18", date(2014, 11, 18)),
        ("Mopti, 3 juin 2014", date(2014, 6, 3)),
        ("31/02/2014", None),
        ("Gao", None),
    ],
)
def test_the_first_day_of_the_titles_is_the_day_of_the_list(title: str, day: date | None) -> None:
    sheet = told(title)
    assert subjects.day(sheet, proposed(sheet, 0)) == day
