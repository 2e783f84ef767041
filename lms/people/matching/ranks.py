"""How high a rank stands, in either language: ranks seldom fall (DOMAIN 4.7)."""

import re
from functools import lru_cache

from lms.people.names import plain

# From the lowest; what is written alike in several bodies stands at one level.
LEVELS = (
    (
        r"2e cl.*|soldat( de)? (2e|2eme|deuxieme).*|soldat|pte|private|garde|gendarme|gardien"
        r"|agent|constable|eleve.*|recrue"
    ),
    r"1e cl.*|1re cl.*|1ere cl.*|soldat( de)? (1re|1ere|1e|premiere).*|lance corporal|l ?cpl",
    r"cpl|caporal|corporal|brigadier",
    r"c ?c|cch|caporal chef|brigadier chef|master corporal",
    r"sgt|sergent|sergeant|mdl|marechal des logis",
    r"s ?c|sch|sergent chef|mdc|mdl chef|marechal des logis chef|ssgt|staff sergeant",
    r"adj|adjudant|wo|warrant officer|wo ?2",
    r"a ?c|adc|adjudant chef|wo ?1|chief warrant officer|cwo",
    r"acm|major|adjudant chef major|maj",
    r"asp|aspirant|officer cadet",
    r"s ?lt|sous lieutenant|2 ?lt|second lieutenant|slt",
    r"lt|ltn|lieutenant|insp|inspecteur|inspector",
    r"cne|capt|cpt|capitaine|captain|inspecteur principal",
    r"cdt|commandant|chef de bataillon|chef d ?escadron|cen|commissaire|superintendent",
    r"lt ?col|lcl|lieutenant colonel|commissaire principal",
    r"col|colonel|commissaire divisionnaire",
    r"col maj|colonel major",
    r".*(general|gen)\b.*",
)
PATTERNS = tuple(re.compile(f"(?:{it})") for it in LEVELS)


@lru_cache(maxsize=4096)
def level(rank: str) -> int | None:
    """Return how high a rank stands, from 0; None for what is no rank known here."""
    words = plain(rank)
    if not words:
        return None
    return next((at for at, it in enumerate(PATTERNS) if it.fullmatch(words)), None)
