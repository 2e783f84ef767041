"""Ranks as they stand on lists, and what a certificate calls them in each language.

French and English abbreviations are false friends: *Maj* on a French list is a senior
non-commissioned officer, *Cdt* an officer, *Adj* a warrant officer, *Cne* a captain. Lists are
read as French. Order and names: DOMAIN 4.7; abbreviations of ranks abolished later are kept,
because a certificate says the rank held at the time.
"""

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank in words; the feminine where a list writes it, or a unit asks for it."""

    french: str
    feminine: str
    english: str


def _same(french: str, english: str) -> Rank:
    return Rank(french, french, english)


WARRANT_OFFICER = Rank("adjudant", "adjudante", "Warrant Officer")
CHIEF_WARRANT_OFFICER = Rank("adjudant-chef", "adjudante-chef", "Chief Warrant Officer")
SENIOR_WARRANT_OFFICER = Rank(
    "adjudant-chef major", "adjudante-chef major", "Chief Warrant Officer Major"
)
PRIVATE_SECOND = Rank("soldat de 2e classe", "soldate de 2e classe", "Private")
PRIVATE_FIRST = Rank("soldat de 1re classe", "soldate de 1re classe", "Private First Class")
CORPORAL = Rank("caporal", "caporale", "Corporal")
CHIEF_CORPORAL = Rank("caporal-chef", "caporale-chef", "Chief Corporal")
SERGEANT = Rank("sergent", "sergente", "Sergeant")
STAFF_SERGEANT = Rank("sergent-chef", "sergente-chef", "Staff Sergeant")
GENDARME = _same("gendarme", "Gendarme")
GUARD = _same("garde", "Guard")
CONSTABLE = Rank("gardien de la paix", "gardienne de la paix", "Constable")
MARSHAL = Rank("maréchal des logis", "maréchale des logis", "Sergeant")
CHIEF_MARSHAL = Rank("maréchal des logis-chef", "maréchale des logis-chef", "Staff Sergeant")
OFFICER_CADET = Rank("aspirant", "aspirante", "Officer Cadet")
SECOND_LIEUTENANT = Rank("sous-lieutenant", "sous-lieutenante", "Second Lieutenant")
LIEUTENANT = Rank("lieutenant", "lieutenante", "Lieutenant")
CAPTAIN = _same("capitaine", "Captain")
INSPECTOR = Rank("inspecteur", "inspectrice", "Inspector")
MAJOR = Rank("commandant", "commandante", "Major")
BATTALION_CHIEF = Rank("chef de bataillon", "cheffe de bataillon", "Major")
SQUADRON_CHIEF = Rank("chef d’escadron", "cheffe d’escadron", "Major")
LIEUTENANT_COLONEL = Rank("lieutenant-colonel", "lieutenante-colonelle", "Lieutenant Colonel")
COLONEL = Rank("colonel", "colonelle", "Colonel")
COLONEL_MAJOR = Rank("colonel-major", "colonelle-major", "Colonel Major")
SUPERINTENDENT = _same("commissaire", "Superintendent")
PRINCIPAL = Rank("commissaire principal", "commissaire principale", "Senior Superintendent")
DIVISIONAL = Rank("commissaire divisionnaire", "commissaire divisionnaire", "Chief Superintendent")
BRIGADIER = Rank("général de brigade", "générale de brigade", "Brigadier General")
MAJOR_GENERAL = Rank("général de division", "générale de division", "Major General")
CORPS_GENERAL = Rank("général de corps d’armée", "générale de corps d’armée", "Lieutenant General")
GENERAL = Rank("général d’armée", "générale d’armée", "General")
CONTROLLER_GENERAL = Rank("contrôleur général", "contrôleuse générale", "Controller General")
INSPECTOR_GENERAL = Rank("inspecteur général", "inspectrice générale", "Inspector General")

# What stands on lists, folded: lower case, no accents, letters and digits only.
WRITTEN: dict[Rank, str] = {
    PRIVATE_SECOND: "soldat sdt 2ecl 2emecl soldat2ecl soldatde2eclasse soldat2eclasse pte",
    PRIVATE_FIRST: "1recl 1erecl 1ercl soldat1recl soldatde1reclasse soldat1reclasse",
    CORPORAL: "caporal cpl",
    CHIEF_CORPORAL: "caporalchef cc cch",
    SERGEANT: "sergent sgt",
    STAFF_SERGEANT: "sergentchef sc sch sgtchef ssgt",
    GENDARME: "gendarme gend",
    GUARD: "garde",
    CONSTABLE: "gardien gardiendelapaix gpx agent agentdepolice",
    MARSHAL: "marechaldeslogis mdl",
    CHIEF_MARSHAL: "marechaldeslogischef mdlchef mdc",
    WARRANT_OFFICER: "adjudant adj wo",
    CHIEF_WARRANT_OFFICER: "adjudantchef ac adc",
    SENIOR_WARRANT_OFFICER: "adjudantchefmajor major maj acm",
    OFFICER_CADET: "aspirant asp",
    SECOND_LIEUTENANT: "souslieutenant slt 2lt",
    LIEUTENANT: "lieutenant lt",
    CAPTAIN: "capitaine cne capt",
    INSPECTOR: "inspecteur insp inspecteurdepolice",
    MAJOR: "commandant cdt",
    BATTALION_CHIEF: "chefdebataillon cba",
    SQUADRON_CHIEF: "chefdescadron cen",
    LIEUTENANT_COLONEL: "lieutenantcolonel ltcol lcl",
    COLONEL: "colonel col",
    COLONEL_MAJOR: "colonelmajor colmaj",
    SUPERINTENDENT: "commissaire commissairedepolice",
    PRINCIPAL: "commissaireprincipal",
    DIVISIONAL: "commissairedivisionnaire",
    BRIGADIER: "generaldebrigade generalbrigade briggen",
    MAJOR_GENERAL: "generaldedivision generaldivision majgen",
    CORPS_GENERAL: "generaldecorpsdarmee ltgen",
    GENERAL: "generaldarmee gen",
    CONTROLLER_GENERAL: "controleurgeneral",
    INSPECTOR_GENERAL: "inspecteurgeneral",
}
BY_WRITING = {writing: rank for rank, row in WRITTEN.items() for writing in row.split()}


def fold(written: str) -> str:
    """Return ``written`` in lower case without accents, spaces, dots, slashes and hyphens."""
    plain = unicodedata.normalize("NFKD", written.casefold())
    return re.sub(r"[^a-z0-9]", "", plain)


FEMININES = {fold(rank.feminine): rank for rank in WRITTEN}

AFTER_THE_NAME = frozenset(
    rank.english for rank in (WARRANT_OFFICER, CHIEF_WARRANT_OFFICER, SENIOR_WARRANT_OFFICER)
)
"""English addresses these as Ms. and Mr.; every other rank stands in the place of the title."""

GRADE = re.compile(r"(P|D|FS|G|GS)-?[0-9]{1,2}|NO-?[A-E]|UNV", re.IGNORECASE)


def known_rank(written: str | None) -> Rank | None:
    """Return the rank that a list means, feminine or masculine; nothing if it is not known."""
    folded = fold(written or "")
    return BY_WRITING.get(folded) or FEMININES.get(folded)


def in_french(written: str | None, *, feminine: bool = False) -> str:
    """Return a rank in words, feminine where that is asked for or the list writes it so.

    What is not a known rank is returned as it stands.
    """
    rank = known_rank(written)
    if rank is None:
        return (written or "").strip()
    agrees = feminine or fold(written or "") == fold(rank.feminine)
    return rank.feminine if agrees else rank.french


def is_grade(written: str | None) -> bool:
    """Tell whether this is a civilian level of the Mission, such as P-3, D-1 or UNV."""
    return GRADE.fullmatch((written or "").strip()) is not None
