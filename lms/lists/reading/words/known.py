"""Names so frequent that they tell which end of a full name is the surname (DOMAIN 4.2).

They decide an order of words and nothing else: no person is found or told apart by them.
"""

from functools import lru_cache

from lms.people.names import fold

SURNAMES = (
    "Traoré Coulibaly Diarra Keïta Konaté Koné Camara Sissoko Cissoko Doumbia Samaké Bagayoko"
    " Kanté Kouyaté Diabaté Fofana Mariko Togola Ballo Fomba Dembélé Soumaré Doucouré Diawara"
    " Sylla Dramé Niakaté Magassa Gassama Tandia Wagué Sacko Kébé Ouattara Sanogo Berthé Bengaly"
    " Goïta Sogoba Dakouo Théra Kamaté Mounkoro Diallo Diakité Sidibé Sangaré Dicko Barry Bah"
    " Bâ Sow Tall Bocoum Cissé Sissé Sankaré Guindo Togo Ongoïba Arama Tembely Dolo Sagara Kodio"
    " Kassogué Karembé Ouologuem Niangaly Yalcouyé Karabenta Sinayoko Kontao Famanta Tienta Maïga"
    " Touré Haïdara Aïdara Arby Boncana Hamadoun Kane Tangara Simpara Bouaré Nimaga Koïta Napo"
    " Diop N'Diaye Guiro Samassékou Tounkara Danioko Dao Diaby Niaré Poudiougo Timbo Tessougué"
)
GIVEN_NAMES = (
    "Mamadou Amadou Moussa Ibrahim Ibrahima Boubacar Oumar Seydou Souleymane Abdoulaye Adama"
    " Bakary Drissa Issa Lassana Modibo Alassane Sékou Cheick Aliou Yacouba Aguissa"
    " Alhousseyni Mohamed Mahamadou Ousmane Salif Daouda Hamidou Kassim Tidiani Lamine Kalilou"
    " Fatoumata Aminata Mariam Aïssata Kadiatou Oumou Awa Bintou Binta Rokia Safiatou Salimata"
    " Assitan Djénéba Maïmouna Zeïnabou Ramata Nana Aïchata Fadimata Hawa Tinalbaraka Niamoye"
    " Aboubacar Aïssa Kadia Hadizatou Fanta Habibatou Korotoumou Sitan Nènè Lassina Fousseyni"
    " Jean Pierre Paul Marie Joseph John David Peter Daniel Thomas Anne Sarah"
)
_SURNAMES = frozenset(map(fold, SURNAMES.split()))
_GIVEN_NAMES = frozenset(map(fold, GIVEN_NAMES.split())) - _SURNAMES


@lru_cache(maxsize=20_000)
def leaning(word: str) -> int:
    """Return 1 for a frequent surname, -1 for a frequent given name, 0 for any other word."""
    folded = fold(word)
    return (folded in _SURNAMES) - (folded in _GIVEN_NAMES)
