import pytest
from flask_babel import force_locale

from lms.figures.pages.sentences import in_both_languages, sensitized, spelled, trained
from tests.figures.counting.given import MINOR, WOMAN, fact, headcount
from tests.figures.pages.given import reading

pytestmark = pytest.mark.usefixtures("database")
NORTH = [
    headcount("society", 982),
    headcount("society", 1147, sex=WOMAN),
    headcount("society", 421, age_group=MINOR),
    headcount("society", 548, sex=WOMAN, age_group=MINOR),
]


def french(men: int, women: int) -> str:
    facts = [fact(it, "partners") for it in range(1, men + 1)]
    facts += [fact(100 + it, "partners", sex=WOMAN, region="ML06") for it in range(women)]
    with force_locale("fr"):
        return trained(reading(facts))


def test_agreement_follows_the_numbers() -> None:
    begun = "Au cours de la période considérée, "
    taught = "à la protection de l’enfant"
    assert french(0, 0) == f"{begun}aucune personne n’a été formée {taught}."
    assert french(1, 0) == f"{begun}une personne a été formée {taught} à Gao."
    assert french(0, 1) == f"{begun}une femme ou une fille a été formée {taught} à Tombouctou."
    assert french(2, 0) == f"{begun}deux personnes ont été formées {taught} à Gao."
    assert french(2, 1) == (
        f"{begun}trois personnes, dont une femme ou une fille, ont été formées {taught}"
        " à Gao et à Tombouctou."
    )
    assert french(40, 15) == (
        f"{begun}55 personnes, dont 15 femmes et filles, ont été formées {taught}"
        " à Gao et à Tombouctou."
    )


def test_the_north_list_gives_the_sentence_of_the_report() -> None:
    with force_locale("fr"):
        assert sensitized(reading(headcounts=NORTH)) == [
            (
                "Les séances de sensibilisation ont rassemblé 3\u202f098 participants au total,"
                " dont 1\u202f695 femmes et filles et 969 enfants, une même personne pouvant être"
                " comptée à plusieurs séances."
            )
        ]
    with force_locale("en"):
        assert sensitized(reading(headcounts=NORTH)) == [
            (
                "Awareness-raising sessions gathered 3,098 participants in all, of whom 1,695 were"
                " women and girls and 969 were children; one person may have been counted at"
                " several sessions."
            )
        ]


def test_no_part_of_an_open_figure_is_stated() -> None:
    counted = [*NORTH, headcount("society", 2, at_least=True)]
    with force_locale("en"):
        (sentence,) = sensitized(reading(headcounts=counted))
    assert "at least 3,100 participants" in sentence
    assert "women" not in sentence


def test_both_languages_say_the_same_things() -> None:
    said = in_both_languages(reading([fact(1, "partners")], NORTH))
    assert {locale: len(sentences) for locale, sentences in said.items()} == {"fr": 2, "en": 2}
    assert said["en"][0].startswith("During the reporting period, one person was trained")


def test_numbers_under_ten_are_words() -> None:
    with force_locale("en"):
        assert [spelled(it) for it in (2, 9, 10, 1234)] == ["two", "nine", "10", "1,234"]
