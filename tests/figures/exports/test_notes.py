from dataclasses import replace
from datetime import date

import pytest
from flask_babel import force_locale

from lms.accounts.actors import SYSTEM
from lms.figures import exports
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from lms.figures.release import gate
from tests.figures.exports.given import FACTS, ORIGIN, inside, released

pytestmark = pytest.mark.usefixtures("database")


def test_every_file_says_that_it_is_sample_data_and_how_it_was_made() -> None:
    with force_locale("fr"):
        said = exports.notes(inside(), ORIGIN)
    assert said[0].startswith("Données d’exemple")
    assert "Du 1er janvier 2014 au 31 décembre 2014 inclus" in said[1]
    assert said[2] == "Règles de comptage n°\u00a01."
    assert "Extrait par Awa Exemple." in said
    assert said[5].startswith("Pour l’usage interne")


def test_a_file_for_outside_says_what_its_marks_mean() -> None:
    with force_locale("en"):
        said = " ".join(exports.notes(released(FACTS), replace(ORIGIN, is_sample=False)))
    assert "For outside the unit: “<5”" in said
    assert "Sample data" not in said


def test_a_widened_period_is_said() -> None:
    scope = Scope(window=Window(date(2014, 3, 12), date(2014, 3, 14)))
    release = gate.release(scope=scope, actor=SYSTEM)
    with force_locale("en"):
        said = " ".join(exports.notes(release, ORIGIN))
    assert "From 1 March 2014 to 31 March 2014" in said
    assert "widened to whole months" in said
