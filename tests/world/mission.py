"""A small mission with a row of everything, for the tests that visit every page."""

from dataclasses import dataclass
from typing import Any

from lms.accounts.actors import Role
from lms.sessions.models import Place
from tests.factories.accounts import ApiTokenFactory, UserFactory
from tests.factories.people import OrganisationFactory, PersonFactory
from tests.factories.unit import UnitProfileFactory
from tests.world import (
    certificates,
    courses,
    declared,
    exports,
    lists,
    register,
    reports,
    rules,
    sessions,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Ids of what a page can be about, and the codes of public addresses."""

    trainer: int
    other: int
    head: int
    administrator: int
    account: int
    """That of a participant. These five sign in; ``colleague`` is an account to keep."""
    colleague: int

    token: int
    """Of the unit head."""

    course: int
    version: int
    draft: int
    """A version of ``drafted``, a course that was never published; it lacks nothing."""
    drafted: int
    module: int
    question: int

    place: int
    category: int
    session: int
    """Under way and given by ``trainer``, as is the one that is ``closed``."""
    closed: int
    twin: int
    """Of ``closed``: held on the same days in the same place, with nobody in it."""
    slot: int
    short_code: str
    pass_code: str
    """Of ``participation``, who has handed in ``result`` and is in the middle of ``attempt``."""
    participation: int
    attempt: int
    result: int
    choice: int
    """Of the first question of the quiz."""
    neighbour: int
    """Somebody else there, whose attempt ``spoken`` is written down by the trainer."""
    spoken: int
    others_result: int
    newcomer: int
    """Somebody there without marks and without an attempt."""
    person: int
    """Somebody of the register who is in neither session."""

    graduate: int
    certificate: int
    code: str
    revoked: int

    preview: int
    applied: int

    doubt: int
    """Whether somebody is ``person``; ``childs_doubt`` is about ``child``."""
    childs_doubt: int
    decided: int
    merge: int
    """Of a record into ``person``."""
    child: int
    other_record: int

    report: str
    being_prepared: str
    """Codes of reports that another unit head prepared."""
    proposal: int
    adopted: int
    """Versions of the rules."""

    export: int
    waiting_export: int
    """Asked for by ``head``: one is ready, one waits."""
    target: int
    strength: int


def bare() -> None:
    """Make what no page asks for by its number."""
    UnitProfileFactory.create()
    OrganisationFactory.create()


def furnish() -> World:
    """Make the mission in the database at hand; needs an application context."""
    bare()
    person = PersonFactory.create(service_number="0071", service_number_key="71")
    region = sessions.region()
    trainer = UserFactory.create(name="Moussa Exemple", regions=[region.code])
    published, draft = courses.published(), courses.drafted()
    people = sessions.under_way(published, region, trainer)
    graduates = sessions.closed(published, region, trainer)
    training_session = people[0].training_session
    result, attempt, spoken, others_result = sessions.attempts(published, people)
    sessions.passed(published, graduates[0])
    certificate = certificates.valid(graduates[0])
    return World(
        trainer=trainer.id,
        course=published.course_version.course_id,
        version=published.course_version_id,
        draft=draft.course_version_id,
        drafted=draft.course_version.course_id,
        module=draft.course_version.modules[0].id,
        question=draft.slots[0].question_id,
        place=region.id,
        category=people[0].category_id,
        session=training_session.id,
        closed=graduates[0].training_session_id,
        twin=sessions.twin(graduates[0].training_session).id,
        slot=training_session.slots[0].id,
        short_code=training_session.short_code,
        pass_code=people[0].pass_code,
        participation=people[0].id,
        attempt=attempt.id,
        result=result.id,
        choice=published.slots[0].question.choices[0].id,
        neighbour=people[1].id,
        spoken=spoken.id,
        others_result=others_result.id,
        newcomer=people[2].id,
        person=person.id,
        graduate=graduates[0].id,
        certificate=certificate.id,
        code=certificate.code,
        revoked=certificates.revoked(graduates[1]).id,
        preview=lists.being_checked(training_session, trainer).id,
        applied=lists.recorded(training_session).id,
        **register.records(person)._asdict(),
        **_of_figures(region),
        **_team(region.code),
    )


def _of_figures(region: Place) -> dict[str, Any]:
    """Make what figures are declared, frozen and judged by."""
    return {
        **reports.made()._asdict(),
        **declared.made(region),
        **rules.made()._asdict(),
    }


def _team(region: str) -> dict[str, Any]:
    """Make those who sign in besides the trainer, and what belongs to the unit head."""
    head = UserFactory.create(role=Role.UNIT_HEAD)
    return {
        **exports.made(head)._asdict(),
        "other": UserFactory.create(regions=[region]).id,
        "head": head.id,
        "administrator": UserFactory.create(role=Role.ADMINISTRATOR).id,
        "account": UserFactory.create(role=Role.PARTICIPANT).id,
        "colleague": UserFactory.create().id,
        "token": ApiTokenFactory.create(user=head).id,
    }
