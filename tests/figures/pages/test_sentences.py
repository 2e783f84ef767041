from datetime import date

import pytest
from flask_babel import force_locale

from lms.accounts.actors import SYSTEM
from lms.figures import totals
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.pages.sentences import in_both_languages, source_of
from lms.figures.totals import Reading
from tests.factories.figures import DeclaredFigureFactory
from tests.factories.people import CategoryFactory
from tests.figures.counting.given import SENSITIZED, WOMAN, fact, headcount
from tests.figures.pages.given import YEAR, reading

pytestmark = pytest.mark.usefixtures("database")
MISSION = Window(date(2013, 7, 1), date(2015, 7, 31))
EVERYONE = [
    *(fact(it, "partners") for it in range(1, 41)),
    *(fact(it, "partners", sex=WOMAN, region="ML06") for it in range(41, 56)),
    fact(60, "partners-un", SENSITIZED, region="ML06"),
]
TAUGHT = "aux droits et à la protection de l’enfant"


def test_both_languages_say_the_same_things_in_the_same_order() -> None:
    said = in_both_languages(reading(EVERYONE, [headcount("society", 12)]))
    assert {locale: len(sentences) for locale, sentences in said.items()} == {"fr": 4, "en": 4}
    assert said["en"][0].startswith("During the reporting period, 55 persons, including 15 women")
    assert said["fr"][2].startswith("Les séances de sensibilisation ont rassemblé 12 participants")


def test_a_category_is_told_with_the_places_where_its_people_were_trained() -> None:
    elsewhere = fact(70, "society", region="ML07")
    said = in_both_languages(reading([*EVERYONE[:40], EVERYONE[-1], elsewhere]))
    assert said["fr"][1:] == [
        (
            "Au cours de la période considérée, 40 agents d’organisations partenaires ont été"
            f" formés {TAUGHT} à Gao."
        ),
        (
            "Au cours de la période considérée, une personne de la catégorie «\u00a0Société\u00a0»"
            f" a été formée {TAUGHT} à Gao."
        ),
    ]
    (_whole, partners) = in_both_languages(reading(EVERYONE))["fr"]
    assert partners.endswith(f"dont 15 femmes, ont été formés {TAUGHT} à Tombouctou et à Gao.")


def test_nobody_is_a_sentence_too() -> None:
    said = in_both_languages(reading())
    assert said["fr"] == [
        f"Au cours de la période considérée, aucune personne n’a été formée {TAUGHT}."
    ]


def test_headcounts_have_no_range_of_persons_to_be_checked() -> None:
    with force_locale("en"):
        found = source_of(reading(EVERYONE, [headcount("society", 12)]))
    assert found.ranges(Measure.HEADCOUNT_SENSITIZED, "total") is None
    assert found.ranges(Measure.PERSONS_TRAINED, "partners") is None


def test_figures_published_for_these_very_days_keep_their_wording() -> None:
    society = CategoryFactory.create(code="civil-society")
    DeclaredFigureFactory.create(category=society, outcome=SENSITIZED, count=3000, at_least=True)
    DeclaredFigureFactory.create(category=society)
    published = "Selon les chiffres publiés pour cette période, plus de 3\u202f000 membres"
    assert in_both_languages(of_days(MISSION))["fr"][-1].startswith(published)
    assert len(in_both_languages(of_days(YEAR))["fr"]) == 1
    assert len(in_both_languages(of_days(MISSION, frozenset({"ML07"})))["fr"]) == 1


def of_days(window: Window, regions: frozenset[str] | None = None) -> Reading:
    return totals.read(scope=Scope(window=window, regions=regions), actor=SYSTEM)
