import pytest
from flask_babel import force_locale

from lms.figures.counting.ranges import Range
from lms.figures.counting.tables import LineKind
from lms.figures.sentences.told import Source
from lms.figures.sentences.trained import sentences
from tests.figures.sentences.given import BAMAKO, GAO, MOPTI, line, source, whole

pytestmark = pytest.mark.usefixtures("database")
BEGUN = "Au cours de la période considérée, "
TAUGHT = "aux droits et à la protection de l’enfant"


def french(given: Source) -> list[str]:
    with force_locale("fr"):
        return sentences(given)


def english(given: Source) -> list[str]:
    with force_locale("en"):
        return sentences(given)


def in_all(men: int, women: int) -> str:
    return french(source(whole(men, women), regions=[GAO]))[0]


def test_the_whole_agrees_with_its_number_and_its_noun() -> None:
    assert in_all(0, 0) == f"{BEGUN}aucune personne n’a été formée {TAUGHT}."
    assert in_all(1, 0) == f"{BEGUN}une personne a été formée {TAUGHT} à Gao."
    assert in_all(0, 1) == f"{BEGUN}une femme a été formée {TAUGHT} à Gao."
    assert in_all(0, 12) == f"{BEGUN}12 femmes ont été formées {TAUGHT} à Gao."
    assert in_all(2, 0) == f"{BEGUN}deux personnes ont été formées {TAUGHT} à Gao."
    assert in_all(27, 1) == f"{BEGUN}28 personnes, dont une femme, ont été formées {TAUGHT} à Gao."
    assert in_all(1200, 3) == (
        f"{BEGUN}1\u202f203 personnes, dont trois femmes, ont été formées {TAUGHT} à Gao."
    )


def test_the_sentence_of_the_forces_is_that_of_the_report() -> None:
    forces = source(
        line("malian-forces", 40, 15),
        whole(40, 15),
        places={"malian-forces": [BAMAKO, GAO]},
    )
    assert french(forces)[1] == (
        f"{BEGUN}55 membres des forces de défense et de sécurité, dont 15 femmes, ont été formés"
        f" {TAUGHT} à Gao et à Bamako."
    )
    assert english(forces)[1] == (
        "During the reporting period, 55 members of the national defence and security forces,"
        " including 15 women, were trained in child rights and child protection in Gao and Bamako."
    )


def test_three_places_stand_in_the_order_of_their_codes() -> None:
    given = source(whole(3), regions=[BAMAKO, MOPTI, GAO])
    assert french(given)[0].endswith(" à Mopti, à Gao et à Bamako.")
    assert english(given)[0].endswith(" in Mopti, Gao and Bamako.")


def test_nobody_and_one_are_words_in_english_too() -> None:
    assert english(source(whole()))[0].startswith(
        "During the reporting period, no one was trained"
    )
    assert "one person was trained" in english(source(whole(1)))[0]
    assert "five persons, including one woman, were" in english(source(whole(4, 1)))[0]


def test_a_group_of_women_alone_has_feminine_words() -> None:
    of_police = line("malian-police", 0, 12, depth=1)
    police = source(line("malian-forces", 0, 12), of_police, whole(0, 12))
    assert french(police)[1] == f"{BEGUN}12 policières ont été formées {TAUGHT}."
    society = source(line("civil-society", 0, 1), whole(0, 1))
    assert french(society)[1] == (
        f"{BEGUN}une femme membre de la société civile a été formée {TAUGHT}."
    )
    parliament = source(line("childrens-parliament", girls=16), whole(girls=16))
    assert french(parliament)[1] == (
        f"{BEGUN}16 filles membres du Parlement des enfants ont été formées {TAUGHT}."
    )
    assert (
        "12 women of civil society were"
        in english(source(line("civil-society", 0, 12), whole()))[1]
    )


def test_a_category_without_words_of_its_own_has_neutral_ones() -> None:
    given = source(line("neighbours", 3, 2), whole(3, 2))
    assert french(given)[1] == (
        f"{BEGUN}cinq personnes de la catégorie «\u00a0Voisins\u00a0», dont deux femmes, ont été"
        f" formées {TAUGHT}."
    )
    assert english(given)[1] == (
        "During the reporting period, five persons of the category “Voisins”, including two women,"
        " were trained in child rights and child protection."
    )


def test_women_and_girls_are_told_apart() -> None:
    given = source(line("civil-society", 3, 2, girls=1), whole(3, 2, girls=1))
    assert (
        "six membres de la société civile, dont deux femmes et une fille, ont" in french(given)[1]
    )


MISSION = (
    line("mission", 46, 24),
    line("mission-military", 30, 10, depth=1),
    line("mission-police", 10, 8, depth=1),
    line("mission-civilian", 6, 6, depth=1),
)


def test_the_missions_own_personnel_is_told_part_by_part() -> None:
    forces = line("malian-forces", 40, 15)
    given = source(*MISSION, forces, whole(86, 39))
    assert english(given)[-1] == (
        "The Mission also trained 70 of its own personnel (46 men and 24 women): 40 military,"
        " 18 police and 12 civilian."
    )
    assert french(given)[-1] == (
        "La Mission a également formé 70 membres de son propre personnel (46 hommes et 24 femmes)"
        "\u00a0: 40 militaires, 18 policiers et 12 civils."
    )
    assert english(source(*MISSION, whole(46, 24)))[-1].startswith("The Mission trained 70 of its")


def test_parts_that_overlap_are_not_said_to_add_up() -> None:
    overlap = line("mission", -6, -4, kind=LineKind.OVERLAP, depth=1)
    given = source(*MISSION, overlap, whole(46, 24))
    assert english(given)[-1].endswith(
        ": 40 military, 18 police and 12 civilian; some of them count in more than one of these"
        " groups."
    )
    assert french(given)[-1].endswith(
        "12 civils\u202f; certaines personnes comptent dans plusieurs de ces groupes."
    )


def test_personnel_of_no_known_part_has_no_parts_or_one_not_specified() -> None:
    unknown = line("mission", 2, kind=LineKind.UNSPECIFIED, depth=1)
    assert english(source(line("mission", 2), unknown, whole(2)))[-1] == (
        "The Mission trained two of its own personnel (two men)."
    )
    some = source(line("mission", 3), line("mission-police", 1, depth=1), unknown, whole(3))
    assert english(some)[-1].endswith(": one police and two not specified.")


def test_masked_numbers_are_less_than_their_threshold() -> None:
    given = source(line("malian-forces", "s", "<5", total=34), whole("s", "<5", total=34))
    assert french(given) == [
        f"{BEGUN}34 personnes, dont moins de 5 femmes, ont été formées {TAUGHT}.",
        (
            f"{BEGUN}34 membres des forces de défense et de sécurité, dont moins de 5 femmes, ont"
            f" été formés {TAUGHT}."
        ),
    ]
    assert "including fewer than five women, were" in english(given)[0]


def test_what_is_withheld_is_left_out_of_the_sentence() -> None:
    withheld = source(line("malian-forces", "s", "s", total="s"), whole(30, "s", total=40))
    assert english(withheld) == [
        (
            "During the reporting period, 40 persons were trained in child rights and child"
            " protection."
        )
    ]
    small = source(line("malian-forces", "<5", 0, total="<5"), whole("s", "<5", total="<5"))
    assert "fewer than five members of the national" in english(small)[1]
    assert (
        "moins de 5 membres des forces de défense et de sécurité ont été formés"
        in french(small)[1]
    )


def test_the_masked_personnel_of_the_mission_is_told_without_what_is_withheld() -> None:
    given = source(
        line("mission", "s", "<5", total=30),
        line("mission-military", "s", "<5", total="s", depth=1),
        line("mission-police", 18, depth=1),
        line("mission-civilian", "<5", total="<5", depth=1),
        whole("s", "<5", total=30),
    )
    assert english(given)[-1] == (
        "The Mission trained 30 of its own personnel, including 18 police and fewer than five"
        " civilian."
    )
    assert english(source(line("mission", "s", "s", total="s"), whole(40)))[1:] == []
    few = source(line("mission", "<5", total="<5"), whole(40))
    assert french(few)[-1] == "La Mission a formé moins de 5 membres de son propre personnel."


def test_whoever_is_to_be_checked_is_told_beside_the_number() -> None:
    doubt = Range(doubtful=3, lowest=52, highest=55)
    given = source(
        line("malian-forces", 40, 15),
        whole(40, 15),
        doubts={"total": doubt, "malian-forces": doubt},
    )
    assert english(given)[1:] == [
        "Three of these persons are to be checked: the number lies between 52 and 55.",
        (
            "During the reporting period, 55 members of the national defence and security forces"
            " (of whom 3 to be checked: between 52 and 55), including 15 women, were trained in"
            " child rights and child protection."
        ),
    ]
    mission = source(line("mission", 40, 15), whole(40, 15), doubts={"mission": doubt})
    assert "(40 men and 15 women, of whom 3 to be checked" in english(mission)[-1]
