"""The sentences of a certificate in French and in English (DOMAIN section 5).

They belong to the paper, not to the interface: both languages stand on it whoever prints it.
A no-break space binds what must stay on one line.
"""

import re
from dataclasses import dataclass
from datetime import date

from babel.dates import get_month_names

from lms.certificates.kinds import Kind
from lms.certificates.rules.ranks import AFTER_THE_NAME
from lms.certificates.values import Content
from lms.people.kinds import Sex

NBSP = "\u00a0"
MONTHS_FR = get_month_names("wide", locale="fr")
MONTHS_EN = get_month_names("wide", locale="en")

SMALL_WORD = re.compile(
    r"(?<!\S)(à|au|aux|de|des|du|en|et|la|le|les|ou|par|sur|un|une|a|an|and|by|for|in|of|the|to) ",
    re.IGNORECASE,
)

CIVIL_FR = {Sex.FEMALE: "Mme", Sex.MALE: "M."}
CIVIL_EN = {Sex.FEMALE: "Ms.", Sex.MALE: "Mr."}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One language of the page, in reading order; the name stands after ``opening``."""

    unit: str
    heading: str
    opening: str
    before_title: str
    title: str
    after_title: str
    made: str


def _bind(text: str) -> str:
    """Return ``text`` with small words bound to what follows, so that none ends a line."""
    return SMALL_WORD.sub(rf"\1{NBSP}", text)


def name_parts(content: Content) -> list[str]:
    """Return given names as registered, then the surname in capitals, accents kept."""
    return [it for it in (content.given_names.strip(), content.surname.strip().upper()) if it]


def full_name(content: Content) -> str:
    """Return the whole name, given names first."""
    return " ".join(name_parts(content))


def _part_fr(day: date, reference: date | None = None) -> str:
    """Return the day in words, leaving out the month and year it shares with ``reference``."""
    words = ["1er" if day.day == 1 else str(day.day)]
    if reference is None or (day.year, day.month) != (reference.year, reference.month):
        words.append(MONTHS_FR[day.month])
    if reference is None or day.year != reference.year:
        words.append(str(day.year))
    return NBSP.join(words)


def _part_en(day: date, reference: date | None = None) -> str:
    words = [str(day.day)]
    if reference is None or (day.year, day.month) != (reference.year, reference.month):
        words.append(MONTHS_EN[day.month])
    if reference is None or day.year != reference.year:
        words.append(str(day.year))
    return NBSP.join(words)


def days_fr(first: date, last: date) -> str:
    """Return « le 1er avril 2014 », « du 12 au 14 mars 2014 », months and years said once."""
    if first == last:
        return f"le{NBSP}{_part_fr(first)}"
    return f"du{NBSP}{_part_fr(first, last)}{NBSP}au{NBSP}{_part_fr(last)}"


def days_en(first: date, last: date) -> str:
    """Return “on 1 April 2014”, “from 12 to 14 March 2014”, “from 30 June to 2 July 2014”."""
    if first == last:
        return f"on{NBSP}{_part_en(first)}"
    return f"from{NBSP}{_part_en(first, last)}{NBSP}to{NBSP}{_part_en(last)}"


def _counted(number: int, noun: str) -> str:
    """Return the number with its noun, which takes an s from two on in both languages."""
    return f"{number}{NBSP}{noun}{'s' if number > 1 else ''}"


def duration(minutes: int, hour: str = "heure") -> str:
    """Return “14 heures”, “2 heures 30 minutes” or “45 minutes”; ``hour`` names the language."""
    hours, rest = divmod(minutes, 60)
    parts = [_counted(hours, hour)] if hours else []
    parts += [_counted(rest, "minute")] if rest or not hours else []
    return NBSP.join(parts)


def at_place_fr(place: str) -> str:
    """Return the place after its preposition: à Gao, au Mali, aux Escales."""
    article, _, rest = place.partition(" ")
    if place == "Mali":
        return f"au{NBSP}Mali"
    if rest and article in {"Le", "Les"}:
        return f"{'au' if article == 'Le' else 'aux'}{NBSP}{rest}"
    return f"à{NBSP}{place}"


def before_name_fr(content: Content) -> str:
    """Return the civil title; nothing when the sex is not stated."""
    return CIVIL_FR.get(content.sex, "")


def before_name_en(content: Content) -> str:
    """Return the rank, which takes the place of the civil title, or that title."""
    if content.rank_en and content.rank_en not in AFTER_THE_NAME:
        return content.rank_en
    return CIVIL_EN.get(content.sex, "")


def french(content: Content) -> Side:
    """Return the French side; without a stated sex nothing agrees and nobody is titled."""
    completed = content.kind is Kind.COMPLETION
    rank = content.rank_fr or content.grade
    days = days_fr(content.first_day, content.last_day)
    place = _bind(at_place_fr(content.place_fr))
    hours = duration(content.minutes, "heure")
    opening = "Le présent certificat est délivré à" if completed else "Nous attestons que"
    act = (
        f"qui a suivi avec{NBSP}succès la formation" if completed else "a participé à la formation"
    )
    held = f"({hours}), tenue{NBSP}{place} {days}."
    attended = f"d’une durée de {hours}, {place}, {days}."
    return Side(
        unit=_bind(content.unit_fr),
        heading="Certificat de réussite" if completed else "Attestation de participation",
        opening=f"{opening} {before_name_fr(content)}".strip(),
        before_title=f"{rank}, {act}" if rank else act,
        title=f"«{NBSP}{_bind(content.title_fr)}{NBSP}»",
        after_title=held if completed else attended,
        made=f"Fait {at_place_fr(content.made_at)}, le{NBSP}{_part_fr(content.made_on)}",
    )


def english(content: Content) -> Side:
    """Return the English side; what does not stand before the name follows it."""
    completed = content.kind is Kind.COMPLETION
    rank = content.rank_en if content.rank_en in AFTER_THE_NAME else content.grade
    act = "has successfully completed the course" if completed else "attended the course"
    days = days_en(content.first_day, content.last_day)
    hours = duration(content.minutes, "hour")
    return Side(
        unit=_bind(content.unit_en),
        heading="Certificate of Completion" if completed else "Certificate of Participation",
        opening=f"This is to certify that {before_name_en(content)}".strip(),
        before_title=f"{rank}, {act}" if rank else act,
        title=f"“{_bind(content.title_en)}”",
        after_title=f"({hours}), held{NBSP}in{NBSP}{_bind(content.place_en)} {days}.",
        made=f"Issued in {content.made_at}, {_part_en(content.made_on)}",
    )


def host_function(content: Content) -> tuple[str, str]:
    """Return what stands under the second line: the partner, or whoever hosts the course."""
    if not content.host_fr:
        return "Institution hôte", "Host institution"
    return content.host_fr, content.host_en


SAMPLE = ("Données d’exemple", "Sample data")


def small_print(content: Content) -> str:
    """Return the course code and version, and whether all of it is made up."""
    version = f"{content.course_code}, version {content.version}"
    return " · ".join((version, *SAMPLE)) if content.sample else version
