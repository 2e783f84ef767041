"""Who is meant by a few words: a name in any of its spellings, a phone or a service number.

A record that was merged leads to the one that stands for the person; nobody comes twice.
"""

import re

from sqlalchemy import ColumnElement, and_, false, or_, select

from lms.people import names, rules, spellings
from lms.people.models import Person, PersonName

NOT_A_DIGIT = re.compile(r"\D")
LEAST_OF_A_PHONE = 6
"""Digits from which a number is looked for in phone numbers too."""


def meant(words: str) -> ColumnElement[bool]:
    """Say in SQL that a person, or a record merged into theirs, has the words; in any order."""
    found = (
        select(Person.id.label("id"))
        .where(or_(_named(words), _numbered(words), _reached(words)))
        .cte("found", recursive=True)
    )
    survivors = select(Person.merged_into_id).join(found, Person.id == found.c.id)
    found = found.union(survivors.where(Person.merged_into_id.is_not(None)))
    return Person.id.in_(select(found.c.id))


def _named(words: str) -> ColumnElement[bool]:
    asked = names.plain(words).split()
    if not asked:
        return false()
    spelled = select(PersonName.person_id).where(*map(_spelled, asked))
    return or_(and_(*map(_own, asked)), Person.id.in_(spelled))


def _own(word: str) -> ColumnElement[bool]:
    # Folding looks at the next letter, which part of a word may not have: "aw" of "Awa".
    return or_(
        Person.folded_name.contains(names.fold(word), autoescape=True),
        Person.sort_name.contains(word, autoescape=True),
    )


def _spelled(word: str) -> ColumnElement[bool]:
    written = PersonName.folded_name.contains(names.fold(word), autoescape=True)
    canonical = spellings.current().canonical(word)
    if not canonical:  # of a word such as "h" nothing is left, and nothing is in every name
        return written
    return or_(written, PersonName.name_key.contains(canonical, autoescape=True))


def _numbered(words: str) -> ColumnElement[bool]:
    key = rules.service_number_key(words)
    if not key or not any(it.isdecimal() for it in words):
        return false()
    return Person.service_number_key.contains(key, autoescape=True)


def _reached(words: str) -> ColumnElement[bool]:
    digits = NOT_A_DIGIT.sub("", words).lstrip("0")
    if len(digits) < LEAST_OF_A_PHONE:
        return false()
    return Person.phone.contains(digits, autoescape=True)
