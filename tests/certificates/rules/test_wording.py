from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from lms.certificates.kinds import Kind
from lms.certificates.rules import ranks, wording
from lms.people.kinds import Sex
from tests.factories.certificates import make_content

CONTENT = make_content()


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def read_french(**changes: object) -> str:
    side = wording.french(replace(CONTENT, **changes))  # type: ignore[arg-type]  # by name
    name = wording.full_name(CONTENT)
    parts = (side.opening, name, side.before_title, side.title, side.after_title)
    return plain(" ".join(parts))


def read_english(**changes: object) -> str:
    side = wording.english(replace(CONTENT, **changes))  # type: ignore[arg-type]  # by name
    name = wording.full_name(CONTENT)
    parts = (side.opening, name, side.before_title, side.title, side.after_title)
    return plain(" ".join(parts))


def test_completion_reads_as_agreed() -> None:
    assert read_french() == (
        "Le présent certificat est délivré à Mme Aïssata MAÏGA adjudant, qui a suivi avec succès"
        " la formation « Protection de l’enfant en période de conflit armé » (14 heures), tenue à"
        " Gao du 12 au 14 mars 2014."
    )
    assert read_english() == (
        "This is to certify that Ms. Aïssata MAÏGA Warrant Officer, has successfully completed"
        " the course “Protecting children in armed conflict” (14 hours), held in Gao from 12 to 14"
        " March 2014."
    )


def test_participation_says_nothing_of_success() -> None:
    french = read_french(kind=Kind.PARTICIPATION, sex=Sex.MALE)
    english = read_english(kind=Kind.PARTICIPATION, sex=Sex.MALE)
    assert french.startswith("Nous attestons que M. Aïssata MAÏGA adjudant, a participé à la")
    assert french.endswith("d’une durée de 14 heures, à Gao, du 12 au 14 mars 2014.")
    assert "Mr. Aïssata MAÏGA Warrant Officer, attended the course" in english
    assert english.endswith("(14 hours), held in Gao from 12 to 14 March 2014.")
    assert not {"succès", "success"} & set(f"{french} {english}".split())


@pytest.mark.parametrize(
    ("sex", "french", "english"),
    [
        (Sex.FEMALE, "délivré à Mme Aïssata", "certify that Ms. Aïssata"),
        (Sex.MALE, "délivré à M. Aïssata", "certify that Mr. Aïssata"),
        (Sex.UNSPECIFIED, "délivré à Aïssata", "certify that Aïssata"),
    ],
)
def test_the_title_agrees_and_an_unstated_sex_has_none(
    sex: Sex, french: str, english: str
) -> None:
    assert french in read_french(sex=sex, rank_fr="", rank_en="")
    assert english in read_english(sex=sex, rank_fr="", rank_en="")


def test_a_rank_takes_the_place_of_the_english_title() -> None:
    assert "certify that Captain Aïssata MAÏGA has" in read_english(rank_en="Captain")


@pytest.mark.parametrize("rank", sorted(ranks.AFTER_THE_NAME))
def test_a_warrant_officer_keeps_the_title_and_the_rank_follows(rank: str) -> None:
    assert f"certify that Ms. Aïssata MAÏGA {rank}, has" in read_english(rank_en=rank)
    unstated = read_english(rank_en=rank, sex=Sex.UNSPECIFIED)
    assert f"certify that Aïssata MAÏGA {rank}, has" in unstated


def test_a_rank_nobody_knows_is_kept_as_typed_and_not_translated() -> None:
    changes: dict[str, object] = {"rank_fr": "Chef de poste", "rank_en": ""}
    assert "MAÏGA Chef de poste, qui a suivi" in read_french(**changes)
    assert "certify that Ms. Aïssata MAÏGA has" in read_english(**changes)


def test_a_civilian_grade_follows_the_name_in_both_languages() -> None:
    changes: dict[str, object] = {"rank_fr": "", "rank_en": "", "grade": "P-3"}
    assert "MAÏGA P-3, qui a suivi" in read_french(**changes)
    assert "Ms. Aïssata MAÏGA P-3, has" in read_english(**changes)


@pytest.mark.parametrize(
    ("first", "last", "french", "english"),
    [
        ((2014, 4, 1), (2014, 4, 1), "le 1er avril 2014", "on 1 April 2014"),
        ((2014, 3, 12), (2014, 3, 14), "du 12 au 14 mars 2014", "from 12 to 14 March 2014"),
        ((2014, 8, 1), (2014, 8, 2), "du 1er au 2 août 2014", "from 1 to 2 August 2014"),
        (
            (2014, 6, 30),
            (2014, 7, 2),
            "du 30 juin au 2 juillet 2014",
            "from 30 June to 2 July 2014",
        ),
        (
            (2014, 12, 30),
            (2015, 1, 1),
            "du 30 décembre 2014 au 1er janvier 2015",
            "from 30 December 2014 to 1 January 2015",
        ),
    ],
)
def test_days_in_words(
    first: tuple[int, int, int], last: tuple[int, int, int], french: str, english: str
) -> None:
    assert plain(wording.days_fr(date(*first), date(*last))) == french
    assert plain(wording.days_en(date(*first), date(*last))) == english


@given(st.dates(), st.dates())
def test_days_name_the_last_year_always_and_the_first_if_it_differs(
    one: date, other: date
) -> None:
    first, last = sorted((one, other))
    for words in (wording.days_fr(first, last), wording.days_en(first, last)):
        numbers = plain(words).split()
        assert numbers[-1] == str(last.year)
        assert first.year == last.year or str(first.year) in numbers


@pytest.mark.parametrize(
    ("minutes", "french", "english"),
    [
        (60, "1 heure", "1 hour"),
        (840, "14 heures", "14 hours"),
        (150, "2 heures 30 minutes", "2 hours 30 minutes"),
        (45, "45 minutes", "45 minutes"),
        (61, "1 heure 1 minute", "1 hour 1 minute"),
    ],
)
def test_hours_agree_in_number(minutes: int, french: str, english: str) -> None:
    assert plain(wording.duration(minutes, "heure")) == french
    assert plain(wording.duration(minutes, "hour")) == english


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Gao", "à Gao"),
        ("Mali", "au Mali"),
        ("Le Caire", "au Caire"),
        ("Les Escales", "aux Escales"),
    ],
)
def test_a_place_takes_its_preposition(place: str, said: str) -> None:
    assert plain(wording.at_place_fr(place)) == said


def test_the_place_of_the_session_takes_it_in_the_sentence() -> None:
    assert "tenue au Caire du 12 au 14" in read_french(place_fr="Le Caire")


def test_the_surname_stands_in_capitals_with_its_accents_and_particles() -> None:
    content = replace(CONTENT, given_names="Ramata", surname="walet Alhassane dite Haïdara")
    assert wording.full_name(content) == "Ramata WALET ALHASSANE DITE HAÏDARA"


def test_a_name_of_one_part_is_whole() -> None:
    assert wording.full_name(replace(CONTENT, given_names=" ")) == "MAÏGA"
    assert wording.name_parts(CONTENT) == ["Aïssata", "MAÏGA"]


def test_small_words_never_end_a_line() -> None:
    side = wording.french(replace(CONTENT, place_fr="Carrefour des Dunes"))
    assert "en\u00a0période de\u00a0conflit" in side.title
    assert "Unité de\u00a0protection de\u00a0l’enfant" in side.unit
    assert "Carrefour des\u00a0Dunes" in side.after_title


def test_the_second_line_names_the_partner_or_waits_for_the_host() -> None:
    assert wording.host_function(CONTENT) == ("Institution hôte", "Host institution")
    partner = replace(CONTENT, host_fr="École", host_en="School")
    assert wording.host_function(partner) == ("École", "School")


def test_made_up_data_says_so_in_both_languages() -> None:
    sample = replace(CONTENT, sample=True)
    assert wording.small_print(sample) == "FDS-3J, version 2 · Données d’exemple · Sample data"
    assert wording.small_print(CONTENT) == "FDS-3J, version 2"
