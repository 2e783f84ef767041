"""Spellings of one name meet; names that only look alike do not (DOMAIN 4.3, 4.4)."""

from itertools import combinations

import pytest
from hypothesis import given, strategies as st

from lms.people.matching.canonical import BAR, Spellings, shipped
from lms.people.matching.comparison import Comparer
from lms.people.matching.levels import Level

SAME = (
    "Coulibaly = Koulibaly = Kulibali = Coulibali = Koulibali = Kouloubaly",
    "Traoré = Traore = Tarawele = Tarawélé = Trawore",
    "Diarra = Jara = Djarra",
    "Keïta = Keita = Kéita",
    "Diallo = Dialo = Jallo",
    "Cissé = Cisse = Sissé = Sisse",
    "Sissoko = Cissoko = Sissokho",
    "Maïga = Maiga",
    "Touré = Toure = Ture",
    "Koné = Kone",
    "Konaté = Konate",
    "Dembélé = Dembele",
    "Samaké = Samake",
    "Sangaré = Sangare",
    "Sidibé = Sidibe",
    "Guindo = Gindo",
    "Haïdara = Haidara = Aïdara",
    "Doumbia = Dumbia",
    "Camara = Kamara",
    "Dicko = Diko",
    "Bah = Ba = Bâ",
    "Barry = Bari",
    "Ouattara = Watara",
    "Diakité = Jakité",
    "N'Diaye = Ndiaye = N’Diaye",
    "M'Bodji = Mbodj",
    "Walet = Wallet = Walett = Oualet = Oualett = Welet",
    "Ag = Agh",
    "Ould = Oul = Wuld",
    "Aïssata = Aïsata = Aissata",
    "Aminata = Aminatou",
    "Fatoumata = Fatouma",
    "Kadiatou = Kadiatu",
    "Djénéba = Dieneba = Djeneba = Diénéba",
    "Zeïnabou = Zeinabou",
    "Maïmouna = Maimouna",
    "Souleymane = Soulemane = Suleymane",
    "Boubacar = Boubakar = Aboubacar = Aboubakar",
    "Ibrahim = Ibrahima = Ibraim",
    "Seydou = Saydou = Séïdou",
    "Abdoulaye = Abdullaye",
    "Oumar = Omar",
    "Issa = Isa",
    "Mohamed = Mohammed = Mouhamed",
    "Cheick = Cheikh",
)
WEAK = (
    ("Fatoumata", "Fatimata"),
    ("Fatoumata", "Fadimata"),
    ("Kadiatou", "Kadidiatou"),
    ("Abdoulaye", "Abdoulahi"),
    ("Bintou", "Binta"),
    ("Lassana", "Lansana"),
    ("Cheick", "Seku"),
)
APART = (
    "Mamadou / Mahamadou / Mohamed / Amadou / Mahamane",
    "Koné / Konaté / Kanté / Kouyaté",
    "Diarra / Diawara / Diaby",
    "Diallo / Diall / Dialla",
    "Sidibé / Sidi",
    "Traoré / Touré",
    "Cissé / Sissoko",
    "Samaké / Samassékou",
    "Sangaré / Sankaré",
    "Doumbia / Doucouré / Dembélé",
    "Bakary / Boubacar",
    "Aminata / Aïssata / Assitan",
    "Issa / Moussa",
    "Oumou / Oumar",
    "Modibo / Mody",
    "Ag Mohamed / Ag Alhassane",
    "Ag Ibrahim / Walet Ibrahim",
    "Lassina / Fousseyni",
    "Adama / Awa",
)
EQUAL = [pair for line in SAME for pair in combinations([it.strip() for it in line.split("=")], 2)]
NEVER = [
    pair for line in APART for pair in combinations([it.strip() for it in line.split("/")], 2)
]


def compared(one: str, other: str) -> Level:
    """Return how far two parts of names agree."""
    spellings = shipped()
    return Comparer(spellings).part(spellings.part(one), spellings.part(other))


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_spellings_of_one_name_are_compared_by_one_word(one: str, other: str) -> None:
    assert shipped().part(one) == shipped().part(other)


@pytest.mark.parametrize(("one", "other"), WEAK)
def test_a_weak_spelling_is_near_and_not_the_same(one: str, other: str) -> None:
    assert compared(one, other) is Level.CLOSE


@pytest.mark.parametrize(("one", "other"), NEVER)
def test_names_that_are_never_one_are_not_alike(one: str, other: str) -> None:
    assert compared(one, other) in {Level.FORBIDDEN, Level.DIFFERENT}


@pytest.mark.parametrize(("one", "other"), NEVER)
def test_names_that_are_never_one_are_not_alike_inside_longer_ones(one: str, other: str) -> None:
    assert compared(f"{one} Sékou", f"Sékou {other}") in {Level.FORBIDDEN, Level.DIFFERENT}


@pytest.mark.parametrize("particle", ["ag", "walet", "ould", "mint", "bint", "el", "al"])
def test_a_particle_stays_part_of_the_name(particle: str) -> None:
    assert len(shipped().part(f"{particle} Sidi").split()) == 2


def test_words_of_a_part_are_compared_in_any_order() -> None:
    assert shipped().part("Sidi Mohamed") == shipped().part("Mohammed SIDI")


def test_surname_and_given_names_are_not_mixed() -> None:
    assert shipped().name_key("Issa", "Keïta") != shipped().name_key("Keïta", "Issa")


def test_a_unit_adds_spellings_and_names_apart() -> None:
    spellings = Spellings.of(
        [{"spelling": "Kolibri", "name": "Colibri", "weak": ""}],
        [{"group": "1", "name": "Colibri"}, {"group": "1", "name": "Colibra"}],
    )
    assert spellings.part("Kolibri") == spellings.part("Colibri")
    comparer = Comparer(spellings)
    found = comparer.part(spellings.part("Kolibri"), spellings.part("Colibra"))
    assert found is Level.FORBIDDEN


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_name_has_a_key_with_one_bar_of_its_own(surname: str, given_names: str) -> None:
    key = shipped().name_key(surname, given_names)
    assert key.partition(BAR)[0] == shipped().part(surname)
    assert key == shipped().name_key(surname, given_names)


def test_awa_and_hawa_are_two_names() -> None:
    assert shipped().canonical("awa") != shipped().canonical("hawa")
