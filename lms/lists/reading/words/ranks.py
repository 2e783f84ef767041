"""Ranks as lists write them, to find one inside a name (DOMAIN 2.3, 4.7)."""

from collections.abc import Sequence
from functools import lru_cache

from lms.people.names import plain

# Without accents, case, blanks and punctuation; what can be a name of a person is left out.
WRITTEN = (
    "soldat sdt 2ecl 2emecl 2eclasse 2emeclasse soldat2ecl soldat2emecl soldat2eclasse"
    " soldatde2eclasse soldatde2emeclasse sdt2ecl 1recl 1erecl 1ercl 1reclasse 1ereclasse"
    " soldat1recl soldat1erecl soldat1reclasse soldatde1reclasse soldatde1ereclasse"
    " sdt1recl sdt1erecl caporal cpl cal caporalchef cplchef cc cch sergent sgt sgtchef"
    " sergentchef sc sch sergentchefmajor gendarme gend gnd garde gardien gardiendelapaix"
    " gpx agent agentdepolice marechaldeslogis mdl marechaldeslogischef mdlchef mdlc mdc"
    " adjudant adj adjudantchef adjchef ac adc adjudantchefmajor adjudantmajor acm major"
    " maj aspirant asp souslieutenant souslt slt lieutenant lt ltn capitaine cne capt"
    " inspecteur insp inspecteurdepolice inspecteurprincipal commandant cdt cmdt"
    " chefdebataillon cba chefdescadron chefdescadrons cen lieutenantcolonel ltcol"
    " ltcolonel lcl colonel col colonelmajor colmaj colm generaldebrigade"
    " generaldedivision generaldecorpsdarmee generaldarmee general gen gal commissaire"
    " commissaireprincipal commissairedivisionnaire controleurgeneral inspecteurgeneral"
    " sapeur private pte pvt corporal lcpl lancecorporal sergeant ssgt staffsergeant wo"
    " wo1 wo2 warrantofficer constable const 2lt 1lt secondlieutenant firstlieutenant"
    " captain superintendent supt cpt brigadier brig briggen majgen ltgen"
)
RANKS = frozenset(WRITTEN.split())
MOST_WORDS = 5


def take_first(words: Sequence[str]) -> tuple[str, list[str]]:
    """Return the rank in front of a name and the words after it; the longest rank is meant."""
    for length in range(min(MOST_WORDS, len(words) - 1), 0, -1):
        if is_rank(" ".join(words[:length])):
            return " ".join(words[:length]), list(words[length:])
    return "", list(words)


def take_last(words: Sequence[str]) -> tuple[str, list[str]]:
    """Return the rank behind a name and the words before it, two of which must be left."""
    for length in range(min(MOST_WORDS, len(words) - 2), 0, -1):
        if is_rank(" ".join(words[-length:])):
            return " ".join(words[-length:]), list(words[:-length])
    return "", list(words)


@lru_cache(maxsize=4_000)
def is_rank(text: str) -> bool:
    """Tell whether the text is a rank, spelt out or abbreviated."""
    return plain(text).replace(" ", "") in RANKS
