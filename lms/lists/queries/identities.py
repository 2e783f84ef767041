"""Who the rows of a list are: matching asked, with what the session already knows."""

from collections.abc import Mapping as Dictionary, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from lms.extensions import db
from lms.lists.outcomes import Around, Outcome, Standing, decide, repeated, same_words
from lms.lists.reading.person import ReadRow, Terms
from lms.people import queries as people, spellings
from lms.people.matching import ranks
from lms.people.matching.decision import Answer
from lms.people.matching.records import Birth, Row, Traits
from lms.people.models import Person
from lms.people.queries.answers import Met, answers, births
from lms.people.queries.identity import roots
from lms.people.rules import service_number_key
from lms.sessions.kinds import ParticipationRole
from lms.sessions.models import Participation


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Somebody in the session, by the record that stands for them."""

    role: ParticipationRole
    name: str


def outcomes(
    rows: Sequence[ReadRow],
    terms: Terms,
    *,
    training_session_id: int | None = None,
    met: Met | None = None,
) -> list[Outcome]:
    """Return what becomes of each row; ``met`` are people of other lists of the call."""
    enrolled = _enrolled(training_session_id)
    refused = repeated(rows)
    asked = [row_of(it, terms) for it in rows if it.number not in refused]
    found = {it.number: it for it in answers(asked, met=met, expected=frozenset(enrolled))}
    return decide(
        rows,
        found,
        refused=refused,
        around=Around(
            standings=_standings(found, enrolled),
            numbers=_numbers(rows, met),
            present={same_words(it.name) for it in enrolled.values()},
        ),
    )


def row_of(row: ReadRow, terms: Terms) -> Row:
    """Return a row as matching compares it."""
    return Row(
        number=row.number,
        name=spellings.current().name_key(row.surname, row.given_names),
        traits=Traits(
            number=service_number_key(row.service_number or ""),
            phone=row.phone or "",
            birth=Birth.of(row.birth.day, row.birth.precision) if row.birth else None,
            sex=row.sex,
            rank=ranks.level(row.rank or ""),
            kind=terms.tops.get(row.category, ""),
        ),
    )


def _enrolled(training_session_id: int | None) -> dict[int, Enrolled]:
    """Return who is in the session, by the number of the record that stands for them."""
    if training_session_id is None:
        return {}
    rows = db.session.execute(
        select(Participation.person_id, Participation.role, Person.surname, Person.given_names)
        .join(Participation.person)
        .where(Participation.training_session_id == training_session_id)
    ).all()
    root_of = roots({it.person_id for it in rows})
    return {
        root_of[it.person_id]: Enrolled(it.role, f"{it.surname} {it.given_names}") for it in rows
    }


def _standings(
    found: Dictionary[int, Answer], enrolled: Dictionary[int, Enrolled]
) -> dict[int, Standing]:
    ids = {it.best.person for it in found.values() if it.best and it.best.person > 0}
    born = births(ids)
    return {
        person: Standing(
            birth_date=born.get(person),
            role=enrolled[person].role if person in enrolled else None,
        )
        for person in ids
    }


def _numbers(rows: Sequence[ReadRow], met: Met | None) -> set[str]:
    known = set(people.by_service_number(it.service_number or "" for it in rows))
    if met:
        known |= {it.number for one in met.people.values() for it in one.seen}
    return known - {""}
