"""Holds a planned session through the services of real work, from schedule to certificate."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta

from lms.accounts.actors import Actor
from lms.certificates.services import issue
from lms.demo.answers import AnswerSheet
from lms.demo.house import House
from lms.demo.plan.values import PlannedPerson, PlannedSession, Seat
from lms.people.kinds import BirthPrecision
from lms.people.services import register_many
from lms.people.values import Identity
from lms.quizzes.services.bulk import record_many
from lms.sessions import services
from lms.sessions.models import MarkSource, Participation, Status, TrainingSession
from lms.sessions.outcome import Outcome
from lms.sessions.rules.timetable import SlotPlan
from lms.sessions.values import Enrolment, Heads, Plan, Snapshot, Tap

EVENING = time(17, tzinfo=UTC)
PAPERWORK = timedelta(days=3)
"""From the last evening to closing."""


def hold(planned: PlannedSession, house: House, *, now: datetime, actor: Actor) -> TrainingSession:
    """Take a session as far as the plan says; closing writes its facts.

    A session of today has no mark later than ``now``.
    """
    room = planned.room
    training_session = services.schedule(plan=_plan(planned, house), actor=actor)
    if planned.status is Status.PLANNED:
        return training_session
    services.open_session(training_session=training_session, actor=actor)
    participations = _enrol(planned.seats, training_session, house, actor)
    evening = min(datetime.combine(room.last_day, EVENING), now)
    _mark(planned.seats, participations, training_session, now=evening, actor=actor)
    _test(planned.seats, participations, training_session, now=evening, actor=actor)
    _count(planned, training_session, house, actor)
    if planned.status is Status.OPEN:
        return training_session
    services.hold(training_session=training_session, actor=actor)
    if planned.status is Status.CLOSED:
        closing = evening + PAPERWORK
        services.close(training_session=training_session, now=closing, actor=actor)
        if planned.certified:
            issue(training_session=training_session, now=closing, actor=actor)
    return training_session


def _plan(planned: PlannedSession, house: House) -> Plan:
    room = planned.room
    return Plan(
        course_id=house.courses[room.course],
        place_id=house.place_id(room.place, room.first_day),
        slots=tuple(SlotPlan(it.day, it.half, it.minutes) for it in room.slots),
        facilitator_ids=(house.trainers[room.trainer],),
        venue=room.venue,
        lead_organisation_id=house.lead_id,
        phase=room.phase,
        languages=room.languages,
        short_code=planned.short_code,
    )


def _enrol(
    seats: Sequence[Seat], training_session: TrainingSession, house: House, actor: Actor
) -> list[Participation]:
    _register(seats, training_session, house, actor)
    return services.enrol_many(
        training_session=training_session,
        enrolments=[
            Enrolment(
                person=house.persons[seat.person],
                role=seat.role,
                then=_snapshot(seat, house),
                pass_code=seat.pass_code,
            )
            for seat in seats
        ],
        actor=actor,
    )


def _register(
    seats: Iterable[Seat], training_session: TrainingSession, house: House, actor: Actor
) -> None:
    """Put those who come for the first time into the register."""
    new = [house.planned[it.person] for it in seats if it.person not in house.persons]
    registered = register_many(
        identities=[_identity(it, house) for it in new],
        on=training_session.first_day,
        actor=actor,
    )
    house.persons.update((it.key, person) for it, person in zip(new, registered, strict=True))


def _identity(person: PlannedPerson, house: House) -> Identity:
    born = None
    if person.birth_year is not None:
        born = datetime(person.birth_year, 1, 1, tzinfo=UTC).date()
    return Identity(
        surname=person.surname,
        given_names=person.given_names,
        category_id=house.categories[person.category],
        sex=person.sex,
        birth_date=born,
        birth_precision=BirthPrecision.YEAR if born else None,
        service_number=person.service_number,
        rank=person.rank,
        unit=person.unit,
        organisation_id=house.organisation_id(person.category),
    )


def _snapshot(seat: Seat, house: House) -> Snapshot:
    return Snapshot(
        category_id=house.categories[seat.category],
        organisation_id=house.organisation_id(seat.category),
    )


def _mark(
    seats: Sequence[Seat],
    participations: Sequence[Participation],
    training_session: TrainingSession,
    *,
    now: datetime,
    actor: Actor,
) -> None:
    taps = [
        Tap(participation_id=participation.id, slot_id=slot.id, state=state)
        for seat, participation in zip(seats, participations, strict=True)
        # Slots still to come have no mark yet.
        for slot, state in zip(training_session.slots, seat.marks, strict=False)
    ]
    if taps:
        services.mark_many(
            training_session=training_session,
            marks=taps,
            source=MarkSource.BULK,
            now=now,
            actor=actor,
        )


def _test(
    seats: Sequence[Seat],
    participations: Sequence[Participation],
    training_session: TrainingSession,
    *,
    now: datetime,
    actor: Actor,
) -> None:
    """Hand in everybody's attempts, the first and the second."""
    if not any(seat.attempts for seat in seats):
        return
    sheet = AnswerSheet.of(training_session)
    sheets = [
        (participation.id, sheet.filled(right))
        for seat, participation in zip(seats, participations, strict=True)
        for right in seat.attempts
    ]
    record_many(training_session=training_session, sheets=sheets, now=now, actor=actor)


def _count(
    planned: PlannedSession, training_session: TrainingSession, house: House, actor: Actor
) -> None:
    if not planned.counts:
        return
    heads = [
        Heads(
            category_id=house.categories[it.category],
            sex=it.sex,
            age_group=it.age_group,
            outcome=Outcome.SENSITIZED,
            count=it.count,
            at_least=it.at_least,
        )
        for it in planned.counts
    ]
    services.count_heads(training_session=training_session, heads=heads, actor=actor)
