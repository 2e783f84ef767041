"""What the words above a column mean, in French and in English."""

import re
from datetime import date
from enum import StrEnum

from lms.lib.sheets.cells import Cell, text_of
from lms.people.names import plain


class Meaning(StrEnum):
    """What a column holds; ``other`` is read by nobody."""

    NUMBER = "number"
    SURNAME = "surname"
    GIVEN_NAMES = "given_names"
    SURNAME_FIRST = "surname_first"
    GIVEN_NAMES_FIRST = "given_names_first"
    RANK = "rank"
    SERVICE_NUMBER = "service_number"
    SEX = "sex"
    UNIT = "unit"
    BIRTH = "birth"
    AGE = "age"
    PHONE = "phone"
    MARK = "mark"
    SIGNATURE = "signature"
    MEN = "men"
    WOMEN = "women"
    BOYS = "boys"
    GIRLS = "girls"
    OTHER = "other"


NAMES = frozenset(
    {
        Meaning.SURNAME,
        Meaning.GIVEN_NAMES,
        Meaning.SURNAME_FIRST,
        Meaning.GIVEN_NAMES_FIRST,
    }
)
COUNTS = frozenset({Meaning.MEN, Meaning.WOMEN, Meaning.BOYS, Meaning.GIRLS})

# Without accents, case, punctuation and what stands in brackets.
WORDS = {
    Meaning.NUMBER: "n|no|nr|num|numero|ordre|n ordre|no d ordre|s n",
    Meaning.SURNAME: "nom|noms|nom de famille|surname|surnames|last name|family name",
    Meaning.GIVEN_NAMES: "prenom|prenoms|given name|given names|first name|first names|forename",
    Meaning.SURNAME_FIRST: "nom et prenom|nom et prenoms|noms et prenom|noms et prenoms|nom prenom"
    "|nom prenoms|noms prenom|noms prenoms|nom complet|full name|name|names"
    "|surname and given names|participant|participants",
    Meaning.GIVEN_NAMES_FIRST: "prenom et nom|prenoms et nom|prenoms et noms|prenom nom"
    "|prenoms nom|prenoms noms|given names and surname|first and last name",
    Meaning.RANK: "grade|grades|rank",
    Meaning.SERVICE_NUMBER: "matricule|n matricule|no matricule|numero matricule|mle"
    "|service number|service no|index|index no|index number|no index|numero d index|badge|carte",
    Meaning.SEX: "sexe|sex|genre|gender|h f|f h|m f|f m|sexe h f|sexe f h|sexe m f"
    "|sexe f m|sex m f|sex f m",
    Meaning.UNIT: "unite|unit|corps|service|structure|organisation|organization|component"
    "|composante|force|unite service|service unite|structure organisation|institution",
    Meaning.BIRTH: "ne le|ne en|ne vers|nee le|nee en|nee vers|dob",
    Meaning.PHONE: "telephone|tel|phone|phone number|contact|contacts|mobile|n telephone"
    "|numero de telephone|no de telephone|n de telephone",
    Meaning.MARK: "presence|presences|present|presente|attended|attendance|matin|apres midi|soir"
    "|morning|afternoon|am|pm",
    Meaning.SIGNATURE: "signature|signatures|emargement|emargements|visa",
    Meaning.MEN: "hommes|homme|men|males",
    Meaning.WOMEN: "femmes|femme|women|females",
    Meaning.BOYS: "garcons|garcon|boys",
    Meaning.GIRLS: "filles|fille|girls",
    Meaning.OTHER: "fonction|poste|function|position|title|nationalite|nationality|region|lieu"
    "|place|quartier|lieu de naissance|place of birth"
    "|date|categorie|category|observations|remarques|remarks|adresse|email|e mail",
}
MEANINGS = {word: meaning for meaning, words in WORDS.items() for word in words.split("|")}

BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
# J1, « Jour 2 matin », “Day 3”, « 18/11 matin », 12/03/2014, 2014-03-12, « Séance 4 ».
HALF = "( (matin|apres midi|soir|am|pm|morning|afternoon))?"
SLOT = re.compile(
    rf"(j|jour|journee|day|d|seance|session|slot) ?[0-9]{{1,2}}{HALF}"
    rf"|[0-9]{{1,2}} [0-9]{{1,2}}( [0-9]{{2,4}})?{HALF}"
    r"|[0-9]{4} [0-9]{2} [0-9]{2}( .*)?"
)
# However they are worded: whoever is too young for a list must not be overlooked (R16).
BIRTH = re.compile(r"\b(naissance|birth)\b")
AGE = re.compile(r"\bages?\b")


def meaning(heading: Cell) -> Meaning | None:
    """Return what a column with that heading holds, or None for a heading never seen."""
    if isinstance(heading, date):
        return Meaning.MARK
    text = text_of(heading)
    if text == "#":
        return Meaning.NUMBER
    words = plain(BRACKETS.sub("", text))
    if SLOT.fullmatch(words):
        return Meaning.MARK
    if words in MEANINGS:
        return MEANINGS[words]
    # In a column of ages a birth date is understood too, so it comes first.
    if AGE.search(words):
        return Meaning.AGE
    return Meaning.BIRTH if BIRTH.search(words) else None
