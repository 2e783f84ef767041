"""Invented names, put together at random from frequent ones (DOMAIN 4.2).

Nobody real is meant. A surname says nothing here about where a person comes from.
"""

from random import Random

from lms.people.kinds import Sex

SURNAMES = """
    Traoré Coulibaly Diarra Keïta Konaté Koné Camara Sissoko Doumbia Samaké Bagayoko Kanté
    Kouyaté Diabaté Fofana Mariko Togola Ballo Fomba Dembélé Soumaré Doucouré Diawara Sylla
    Dramé Niakaté Magassa Gassama Tandia Wagué Sacko Kébé Ouattara Sanogo Berthé Bengaly
    Goïta Sogoba Dakouo Théra Kamaté Mounkoro Diallo Diakité Sidibé Sangaré Dicko Barry Bah
    Sow Tall Bocoum Cissé Sankaré Guindo Togo Ongoïba Arama Tembely Dolo Sagara Kodio
    Kassogué Karembé Ouologuem Niangaly Yalcouyé Karabenta Sinayoko Kontao Famanta Tienta
    Maïga Touré Haïdara Arby Alhousseïni Boncana Mahamane Hamadoun
"""

MEN = """
    Mamadou Amadou Moussa Ibrahim Ibrahima Boubacar Oumar Seydou Souleymane Abdoulaye Adama
    Bakary Drissa Issa Lassana Modibo Alassane Sékou Cheick Aliou Yacouba Mahamane Aguissa
    Alhousseyni
"""

WOMEN = """
    Fatoumata Aminata Mariam Aïssata Kadiatou Oumou Awa Bintou Rokia Safiatou Salimata Assitan
    Djénéba Maïmouna Zeïnabou Ramata Nana Fadimata Hawa Tinalbaraka
"""

COMPOUND_MEN = ("Sidi Mohamed", "Cheick Oumar", "El Hadj Amadou", "Mohamed Lamine", "Baba Ali")
COMPOUND_WOMEN = ("Nana Aïchata", "Fatoumata Binta", "Mariam Djénéba", "Aïssata Awa", "Oumou Hawa")

# Out of a hundred persons, how many bear a father's name after a particle.
PATRONYMICS = 5
PARTICLES = {Sex.MALE: ("Ag", "Ould"), Sex.FEMALE: ("Walet", "Mint")}


def given_names(sex: Sex, rng: Random) -> str:
    """Return one given name, sometimes two words long."""
    listed, compound = (WOMEN, COMPOUND_WOMEN) if sex is Sex.FEMALE else (MEN, COMPOUND_MEN)
    single = listed.split()
    draw = rng.randrange(10)
    if draw == 0:
        return rng.choice(compound)
    if draw == 1:
        return " ".join(rng.sample(single, 2))
    return rng.choice(single)


def surname(sex: Sex, rng: Random) -> str:
    """Return a surname, or a father's name after the particle that goes with ``sex``."""
    if rng.randrange(100) < PATRONYMICS:
        return f"{rng.choice(PARTICLES[sex])} {rng.choice(MEN.split())}"
    return rng.choice(SURNAMES.split())
