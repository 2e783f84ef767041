from datetime import date

import pytest

from lms.lists.reading.headings import Meaning, meaning


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("N°", Meaning.NUMBER),
        ("#", Meaning.NUMBER),
        ("NOM", Meaning.SURNAME),
        ("Prénom(s)", Meaning.GIVEN_NAMES),
        ("Nom et prénom", Meaning.SURNAME_FIRST),
        ("Prénom et nom", Meaning.GIVEN_NAMES_FIRST),
        ("FULL NAME", Meaning.SURNAME_FIRST),
        ("Matricule", Meaning.SERVICE_NUMBER),
        ("Index No", Meaning.SERVICE_NUMBER),
        ("Unité", Meaning.UNIT),
        ("Né(e) en", Meaning.BIRTH),
        ("Âge", Meaning.AGE),
        ("Âge ou année de naissance", Meaning.AGE),
        ("Date et lieu de naissance", Meaning.BIRTH),
        ("Lieu de naissance", Meaning.OTHER),
        ("Sexe H/F", Meaning.SEX),
        ("Noms, prénoms", Meaning.SURNAME_FIRST),
        ("Attended (Y/N)", Meaning.MARK),
        ("J1", Meaning.MARK),
        ("Jour 2", Meaning.MARK),
        ("J1 matin", Meaning.MARK),
        ("18/11 après-midi", Meaning.MARK),
        ("2014-03-12", Meaning.MARK),
        (date(2014, 3, 12), Meaning.MARK),
        ("Émargement", Meaning.SIGNATURE),
        ("Filles (<18)", Meaning.GIRLS),
        ("Région", Meaning.OTHER),
        ("Groupe sanguin", None),
        ("", None),
        (None, None),
    ],
)
def test_a_heading_says_what_its_column_holds(heading: str | None, expected: Meaning) -> None:
    assert meaning(heading) is expected
