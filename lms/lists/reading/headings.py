"""What the words above a column mean, in French and in English."""

import re
from dataclasses import dataclass
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
    CATEGORY = "category"
    TOTAL = "total"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the list: its place counted from 0, its heading, what it holds."""

    index: int
    heading: str
    meaning: Meaning


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
    Meaning.NUMBER: "n|no|nr|num|numero|ordre|n ordre|no d ordre|n d ordre|numero d ordre|s n|sn",
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
    "|sexe f m|sex m f|sex f m|civilite|s",
    Meaning.UNIT: "unite|unit|corps|service|structure|organisation|organization|component"
    "|composante|force|unite service|service unite|structure organisation|institution",
    Meaning.BIRTH: "ne le|ne en|ne vers|nee le|nee en|nee vers|dob|d o b|ddn|annee|year|yob",
    Meaning.PHONE: "telephone|tel|phone|phone number|contact|contacts|mobile|n telephone"
    "|numero de telephone|no de telephone|n de telephone",
    Meaning.MARK: "presence|presences|present|presente|attended|attendance|matin|apres midi|soir"
    "|morning|afternoon|am|pm",
    Meaning.SIGNATURE: "signature|signatures|emargement|emargements|visa",
    Meaning.MEN: "hommes|homme|men|males|h|m|adult men|adult males|nombre d hommes|nb hommes",
    Meaning.WOMEN: "femmes|femme|women|females|f|adult women|adult females|nombre de femmes"
    "|nb femmes",
    Meaning.BOYS: "garcons|garcon|boys|nombre de garcons|nb garcons|g",
    Meaning.GIRLS: "filles|fille|girls|nombre de filles|nb filles",
    Meaning.CATEGORY: "categorie|categories|category|categorie de participants"
    "|type de participants|groupe cible|public cible|cible|target group|audience"
    "|beneficiaires|public|statut",
    Meaning.TOTAL: "total|totaux|nombre|total general|ensemble|total participants|effectif"
    "|effectif total",
    Meaning.OTHER: "fonction|poste|function|position|title|nationalite|nationality|region|lieu"
    "|place|quartier|lieu de naissance|place of birth"
    "|date|observations|remarques|remarks|adresse|email|e mail",
}
MEANINGS = {word: meaning for meaning, words in WORDS.items() for word in words.split("|")}

BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
# J1, « Jour 2 matin », “Day 3”, « 18/11 matin », 12/03/2014, 2014-03-12, « Séance 4 ».
HALF = "( (matin|apres midi|soir|am|pm|morning|afternoon|m|s))?"
WEEKDAY = (
    "(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)"
)
MONTH = "(jan|fev|feb|mar|avr|apr|mai|may|jui|jun|jul|aou|aug|sep|oct|nov|dec)[a-z]*( [0-9]{2,4})?"
SLOT = re.compile(
    rf"(j|jr|jour|journee|day|d|seance|session|slot) ?(n )?[0-9]{{1,2}}{HALF}"
    rf"|(presence|present|attendance|signature|emargement) (le )?(j|jour|day|du)? ?[0-9].*"
    rf"|[0-9]{{1,2}}(e|er|eme|ere|st|nd|rd|th) (jour|journee|day){HALF}"
    rf"|(premier|deuxieme|troisieme|quatrieme|cinquieme) jour{HALF}"
    rf"|({WEEKDAY} )?[0-9]{{1,2}} [0-9]{{1,2}}( [0-9]{{2,4}})?{HALF}"
    rf"|({WEEKDAY} )?[0-9]{{1,2}}(er)? {MONTH}{HALF}"
    rf"|{WEEKDAY}{HALF}"
    rf"|(matin|apres midi|am|pm|soir) ?(j|jour|day)? ?[0-9]{{1,2}}"
    r"|[0-9]{4} [0-9]{2} [0-9]{2}( .*)?"
)
# However they are worded: whoever is too young for a list must not be overlooked (R16).
BIRTH = re.compile(
    r"\b(naissance|naiss|birth|birthdate|birthday|ddn|dob)\b|^nee?( e)? (le|en|vers)\b"
)
AGE = re.compile(r"\bages?\b")
SURNAME = r"noms?|surnames?|last names?|family names?"
GIVEN = r"prenoms?|given names?|first names?|forenames?|other names?"
# Of somebody or something else than the person on the row, or of another kind of thing.
OF_ANOTHER = re.compile(
    r"\b(pere|mere|father|mother|urgence|emergency|parents?|tuteur|tutrice|guardian|conjoint"
    r"|formateur|formatrice|trainer|lieu|place|adresse|address|email|e mail|mail|courriel"
    r"|fonction|poste|position|profession|date|annees|years|experience|nationalite)\b"
)


def _found(kind: Meaning, words: str) -> tuple[Meaning, re.Pattern[str]]:
    return kind, re.compile(rf"\b(?:{words})\b")


# The first that is found decides: « Nom de la structure » is no name.
FOUND = (
    _found(
        Meaning.UNIT,
        r"unites?|units?|structures?|organi[sz]ations?|corps|services?|composantes?"
        r"|components?|institutions?|agences?|agency|ong|ngo|employeur|employer|ministere|entite"
        r"|provenance|contingent|entity|association",
    ),
    _found(
        Meaning.SERVICE_NUMBER,
        r"matricules?|mle|index|badge|service (n|no|number|id)|staff (id|no)"
        r"|id (n|no|number|card)|un id|idn|military (id|number)|cartes?",
    ),
    _found(
        Meaning.PHONE,
        r"tel|telephones?|telephonique|telephoniques|phones?|mobiles?|gsm|portables?|cellulaire"
        r"|cell|contacts?|whatsapp",
    ),
    _found(Meaning.SEX, r"sexes?|sex|genres?|gender"),
    _found(Meaning.RANK, r"grades?|ranks?"),
    _found(Meaning.SIGNATURE, r"signatures?|emargements?"),
    _found(Meaning.MARK, r"presences?|presente?s?|attended|attendance|assiduite"),
    _found(Meaning.CATEGORY, r"categories?|category"),
)
SURNAME_IN, GIVEN_IN = re.compile(rf"\b(?:{SURNAME})\b"), re.compile(rf"\b(?:{GIVEN})\b")
FULL_NAME = re.compile(r"\b(full|complete?|whole) names?\b|^names? of\b|^identite\b")
MOST_WORDS = 8
"""A longer text is no heading but a sentence."""


def meaning(heading: Cell) -> Meaning | None:
    """Return what a column with that heading holds, or None for a heading never seen."""
    if isinstance(heading, date):
        return Meaning.MARK
    text = text_of(heading)
    if text in {"#", "N°", "N\u00ba"}:
        return Meaning.NUMBER
    words = plain(BRACKETS.sub("", text)) if ":" not in text.rstrip(" :") else ""
    if SLOT.fullmatch(words):
        return Meaning.MARK
    if words in MEANINGS:
        return MEANINGS[words]
    return _found_in(words)


def _found_in(words: str) -> Meaning | None:
    """Read a heading by the words in it: « Numéro de téléphone de l'agent »."""
    # In a column of ages a birth date is understood too, so it comes first.
    if AGE.search(words):
        return Meaning.AGE
    if BIRTH.search(words):
        return Meaning.BIRTH
    if len(words.split()) > MOST_WORDS or OF_ANOTHER.search(words):
        return None
    found = next((kind for kind, pattern in FOUND if pattern.search(words)), None)
    return found or _name_in(words)


def _name_in(words: str) -> Meaning | None:
    surname, given = SURNAME_IN.search(words), GIVEN_IN.search(words)
    if surname and given:
        first = surname.start() < given.start()
        return Meaning.SURNAME_FIRST if first else Meaning.GIVEN_NAMES_FIRST
    if FULL_NAME.search(words):
        return Meaning.SURNAME_FIRST
    if surname or given:
        return Meaning.SURNAME if surname else Meaning.GIVEN_NAMES
    return None
