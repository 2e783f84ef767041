"""The people of a list: registered, known again, asked about, and enrolled."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from lms.accounts.actors import Actor
from lms.extensions import db
from lms.lists.outcomes import Decision, Outcome
from lms.lists.reading.person import ReadRow
from lms.people import queries as people, services as people_services
from lms.people.kinds import DoubtKind, Sex
from lms.people.models import Person, Suggestion
from lms.people.queries import identity
from lms.people.values import Identity, NewSuggestion
from lms.sessions import services as sessions
from lms.sessions.models import Participation, TrainingSession
from lms.sessions.values import Enrolment, Snapshot


@dataclass(slots=True)
class Entry:
    """The person of a row, and what the row did to the register."""

    person: Person
    participation: Participation | None = None
    registered: bool = False
    enrolled: bool = False
    filled: dict[str, object] = field(default_factory=dict)
    """Fields completed, with what they held."""
    suggestion: Suggestion | None = None


def enter(
    *, training_session: TrainingSession, outcomes: Sequence[Outcome], actor: Actor
) -> dict[int, Entry]:
    """Bring the person of each row into register and session, and return them by its number.

    Those already there keep their participation.
    """
    entries = _persons(training_session, outcomes, actor)
    there = db.session.scalars(
        select(Participation)
        .where(Participation.training_session_id == training_session.id)
        .order_by(Participation.id.desc())
    ).all()
    root_of = identity.roots({it.person_id for it in there})
    present = {root_of[it.person_id]: it for it in there}
    codes = _category_ids()
    organisations = {it.code: it.id for it in people.organisations()}
    entering = [it for it in outcomes if entries[it.row.number].person.id not in present]
    added = sessions.enrol_many(
        training_session=training_session,
        enrolments=[
            Enrolment(
                person=entries[it.row.number].person,
                then=_snapshot(it.row, codes, organisations),
            )
            for it in entering
        ],
        actor=actor,
    )
    for it in entering:
        entries[it.row.number].enrolled = True
    present |= {it.person_id: it for it in added}
    for entry in entries.values():
        entry.participation = present[entry.person.id]
    return entries


def _persons(
    training_session: TrainingSession, outcomes: Sequence[Outcome], actor: Actor
) -> dict[int, Entry]:
    """Return the person of each row, by its number; newcomers and *maybes* are registered."""
    codes = _category_ids()
    organisations = {it.code: it.id for it in people.organisations()}
    identities = {it.row.number: _identity(it.row, codes, organisations) for it in outcomes}
    new = [it for it in outcomes if it.person_id is None]
    registered = people_services.register_many(
        identities=[identities[it.row.number] for it in new],
        on=training_session.first_day,
        actor=actor,
    )
    entries = {
        it.row.number: Entry(person, registered=True)
        for it, person in zip(new, registered, strict=True)
    }
    for it in outcomes:
        if it.person_id is not None:
            person = people.person(it.person_id)
            people_services.add_spelling(
                person=person,
                surname=it.row.surname,
                given_names=it.row.given_names,
                actor=actor,
            )
            filled = people_services.complete(
                person=person,
                identity=identities[it.row.number],
                on=training_session.first_day,
                actor=actor,
            )
            entries[it.row.number] = Entry(person, filled=filled)
    _suggest(outcomes, entries, actor)
    return entries


def _suggest(outcomes: Sequence[Outcome], entries: dict[int, Entry], actor: Actor) -> None:
    """Ask about every *maybe*: its person stands alone until somebody decides (R14)."""
    asked = [
        (it, likely)
        for it in outcomes
        if it.decision is Decision.MAYBE and it.doubt is not None
        for likely in it.candidates
    ]
    suggestions = people_services.suggest_many(
        suggestions=[
            NewSuggestion(
                person_id=entries[it.row.number].person.id,
                candidate_id=likely.person_id,
                kind=it.doubt or DoubtKind.SEVERAL,
                likelihood=likely.likelihood,
                evidence=likely.evidence,
            )
            for it, likely in asked
        ],
        actor=actor,
    )
    for (it, _likely), suggestion in zip(asked, suggestions, strict=True):
        entry = entries[it.row.number]
        entry.suggestion = entry.suggestion or suggestion


def _category_ids() -> dict[str, int]:
    """Return the number of each category; one switched off meanwhile is that of the list yet."""
    return {it.code: it.id for it in people.categories(with_inactive=True)}


def _identity(row: ReadRow, codes: dict[str, int], organisations: dict[str, int]) -> Identity:
    return Identity(
        surname=row.surname,
        given_names=row.given_names,
        sex=row.sex,
        birth_date=row.birth.day if row.birth else None,
        birth_precision=row.birth.precision if row.birth else None,
        phone=row.phone,
        service_number=row.service_number,
        rank=row.rank,
        unit=row.unit,
        category_id=codes[row.category],
        organisation_id=organisations.get(row.organisation or ""),
    )


def _snapshot(row: ReadRow, codes: dict[str, int], organisations: dict[str, int]) -> Snapshot:
    return Snapshot(
        category_id=codes[row.category],
        organisation_id=organisations.get(row.organisation or ""),
        unit=row.unit,
        rank=row.rank,
        sex=None if row.sex is Sex.UNSPECIFIED else row.sex,
    )
