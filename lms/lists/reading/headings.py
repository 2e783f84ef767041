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
    Meaning.SURNAME_FIRST: "nom et prenom|nom et prenoms|noms et prenoms|nom prenom|nom prenoms"
    "|nom complet|full name|name|names|surname and given names|participant|participants",
    Meaning.GIVEN_NAMES_FIRST: "prenom et nom|prenoms et nom|prenoms et noms|prenom nom"
    "|given names and surname|first and last name",
    Meaning.RANK: "grade|grades|rank",
    Meaning.SERVICE_NUMBER: "matricule|n matricule|no matricule|numero matricule|mle"
    "|service number|service no|index|index no|index number|no index|numero d index|badge|carte",
    Meaning.SEX: "sexe|sex|genre|gender|h f|m f",
    Meaning.UNIT: "unite|unit|corps|service|structure|organisation|organization|component"
    "|composante|force|unite service|institution",
    Meaning.BIRTH: "date de naissance|annee de naissance|naissance|ne le|ne en|nee le|nee en"
    "|date of birth|year of birth|birth date|dob",
    Meaning.AGE: "age|ages",
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
    "|place|quartier|date|categorie|category|observations|remarques|remarks|adresse|email|e mail",
}
MEANINGS = {word: meaning for meaning, words in WORDS.items() for word in words.split("|")}

BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
# J1, « Jour 2 », “Day 3”, « 18/11 matin », 12/03/2014, 2014-03-12, « Séance 4 ».
SLOT = re.compile(
    r"(j|jour|journee|day|d|seance|session|slot) ?[0-9]{1,2}"
    r"|[0-9]{1,2} [0-9]{1,2}( [0-9]{2,4})?( (matin|apres midi|soir|am|pm|morning|afternoon))?"
    r"|[0-9]{4} [0-9]{2} [0-9]{2}( .*)?"
)


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
    return MEANINGS.get(words)
