"""Looking for the other record of a merge."""

from collections.abc import Sequence
from datetime import date

from lms.accounts.actors import Actor
from lms.people import queries as people
from lms.people.queries import PersonLine, Search

MOST = 20


def found(words: str, *, besides: int, today: date, actor: Actor) -> Sequence[PersonLine]:
    """Return who may be the other record, as the register finds them; nobody without words.

    A pseudonym or the number of a record finds it too: protected people have nothing else.
    """
    if not words.strip():
        return []
    page = people.register_page(search=Search(words=words), today=today, actor=actor)
    return [it for it in page.lines if it.id != besides][:MOST]


def numbered(words: str) -> int | None:
    """Return the id in a pseudonym or a record number: E-0042, P-000042."""
    letter, _dash, digits = words.strip().upper().partition("-")
    return int(digits) if letter in {"E", "P"} and digits.isdecimal() else None
