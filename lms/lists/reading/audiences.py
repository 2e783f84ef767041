"""Which category and organisation the words of a service or structure name (DOMAIN 2.1)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lms.people.names import plain

FORCES, MISSION, PARTNERS = "malian-forces", "mission", "partners"


@dataclass(frozen=True, slots=True)
class Audience:
    """What a word stands for; the first active of ``categories`` is taken.

    ``within`` is the top category of the lists where the word is understood so; in any if empty.
    """

    pattern: re.Pattern[str]
    categories: tuple[str, ...]
    organisation: str | None = None
    within: str = ""


def _audience(
    words: str, *categories: str, organisation: str | None = None, within: str = ""
) -> Audience:
    return Audience(re.compile(rf"\b(?:{words})\b"), categories, organisation, within)


AUDIENCES = (
    _audience("gendarmerie|gendarme", "malian-gendarmerie", organisation="gendarmerie"),
    _audience("garde nationale|national guard", "malian-guard", organisation="guard"),
    _audience("police nationale|national police", "malian-police", organisation="police"),
    _audience(
        "protection civile|civil protection|dgpc",
        "malian-civil-protection",
        FORCES,
        organisation="civil-protection",
    ),
    _audience("fama|armee malienne|malian army", "malian-army", organisation="fama"),
    # Short words mean one thing on a list of the forces, another on one of the mission.
    _audience("gn", "malian-gendarmerie", organisation="gendarmerie", within=FORCES),
    _audience("garde|gnm|guard", "malian-guard", organisation="guard", within=FORCES),
    _audience("police|pn", "malian-police", organisation="police", within=FORCES),
    _audience(
        "pc|sapeurs pompiers",
        "malian-civil-protection",
        FORCES,
        organisation="civil-protection",
        within=FORCES,
    ),
    _audience("armee|army", "malian-army", organisation="fama", within=FORCES),
    _audience(
        "unpol|police|policiers?|policieres?|ipo|fpu|upc",
        "mission-police",
        organisation="mission-police",
        within=MISSION,
    ),
    _audience(
        "mil|military|militaires?|contingent",
        "mission-military",
        organisation="mission-military",
        within=MISSION,
    ),
    _audience(
        "civ|civils?|civiles?|civilians?",
        "mission-civilian",
        organisation="mission-civilian",
        within=MISSION,
    ),
    _audience("unicef", "partners-un", organisation="unicef", within=PARTNERS),
    _audience("unhcr|hcr", "partners-un", organisation="unhcr", within=PARTNERS),
    _audience("ohchr|hcdh", "partners-un", organisation="ohchr", within=PARTNERS),
    _audience("ocha", "partners-un", organisation="ocha", within=PARTNERS),
    _audience("unfpa|fnuap", "partners-un", organisation="unfpa", within=PARTNERS),
    _audience("pam|wfp", "partners-un", organisation="wfp", within=PARTNERS),
    _audience("cicr|icrc", "partners-other", organisation="icrc", within=PARTNERS),
    _audience(
        "save the children", "partners-ingo", organisation="save-the-children", within=PARTNERS
    ),
    _audience("plan", "partners-ingo", organisation="plan-international", within=PARTNERS),
    _audience("coopi", "partners-ingo", organisation="coopi", within=PARTNERS),
)


def _kind(words: str, *codes: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    return re.compile(rf"\b(?:{words})\b"), codes


# Kinds of people rather than services; what is more special stands first.
CATEGORIES = (
    _kind(
        "parlement|parliament",
        "childrens-parliament",
    ),
    _kind(
        "sous groupe|sub group",
        "cp-subgroup",
    ),
    _kind(
        "mouvements? armes?|groupes? armes?|armed (movements?|groups?)|cma|plateforme"
        "|mouvements? signataires?",
        "armed-movements",
    ),
    _kind(
        "leaders? (religieux|coutumiers?|communautaires?|traditionnels?)"
        "|chefs? (religieux|coutumiers?|traditionnels?|de villages?|de quartiers?)"
        "|religieux|imams?|notables?|pretres?|pasteurs?|(religious|customary|traditional"
        "|community) leaders?|coutumiers?",
        "civil-society-religious",
        "civil-society",
    ),
    _kind(
        "enseignants?|enseignantes?|personnel enseignant|instituteurs?|professeurs?"
        "|teachers?|maitres? coraniques?|educateurs?",
        "civil-society-teachers",
        "civil-society",
    ),
    _kind(
        "journalistes?|radios?|medias?|presse|journalists?|animateurs? radio|press",
        "civil-society-media",
        "civil-society",
    ),
    _kind(
        "agences? (des )?(nations unies|onu)|un agenc(y|ies)|systeme des nations unies",
        "partners-un",
        "partners",
    ),
    _kind(
        "ong internationales?|ongi|ingos?|international ngos?",
        "partners-ingo",
        "partners",
    ),
    _kind(
        "organisations? internationales?|international organi[sz]ations?",
        "partners-other",
        "partners",
    ),
    _kind(
        "ong|ong nationales?|associations?|national ngos?|osc|cso|ngos?",
        "civil-society-ngo",
        "civil-society",
    ),
    _kind(
        "partenaires?|partners?",
        "partners",
    ),
    _kind(
        "services? (techniques?|de l ?etat)|etat|government|administration"
        "|fonctionnaires?|collectivites?|elus?|autorites?",
        "government",
    ),
    _kind(
        "personnels? (militaire )?de la mission|mission personnel|minusma",
        "mission",
    ),
    _kind(
        "forces? (armees?|de defense).*|fds|fdsm|fds m|fdm|militaires?"
        "|porteurs d uniformes?|(armed|defen[cs]e|security) (and security )?forces",
        "malian-forces",
    ),
    _kind(
        "societe civile|civil society|populations?|communautes?|community|communities"
        "|femmes|jeunes|eleves|parents?|population civile|women|youth",
        "civil-society",
    ),
)


def category_named(words: str, *, default: str, tops: Mapping[str, str]) -> str | None:
    """Return the category code that words for a kind of people mean, or None."""
    folded = plain(words)
    if not folded:
        return None
    code, organisation = named(words, default=default, tops=tops)
    if organisation and code != default:
        return code
    for pattern, codes in CATEGORIES:
        if pattern.search(folded):
            return next((it for it in codes if it in tops), None)
    return None


def names_a_service(words: str) -> bool:
    """Tell whether the words name a service, a component or an organisation."""
    folded = plain(words)
    return bool(_named_in(folded))


@lru_cache(maxsize=4_000)
def _named_in(folded: str) -> tuple[Audience, ...]:
    return tuple(it for it in AUDIENCES if it.pattern.search(folded))


def named(words: str, *, default: str, tops: Mapping[str, str]) -> tuple[str, str | None]:
    """Return category and organisation codes of a service or structure; else the default, None.

    ``tops`` has the top category of each active one.
    """
    folded = plain(words)
    for audience in _named_in(folded) if folded else ():
        if audience.within in {"", tops.get(default)}:
            code = next((code for code in audience.categories if code in tops), default)
            return code, audience.organisation
    return default, None
