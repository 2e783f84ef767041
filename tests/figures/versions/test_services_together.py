"""Adopting rules beside a session that closes: it is judged by one version, and known so."""

import pytest
from flask import Flask

from lms.accounts.actors import SYSTEM
from lms.errors import NotFound
from lms.extensions import db
from lms.figures import proofs
from lms.figures.versions import queries, services
from lms.sessions import services as sessions
from lms.sessions.models import Participation, TrainingSession
from tests.factories.people import PersonFactory
from tests.figures.given import LATER, NOW, session_with
from tests.figures.versions.given import head, stricter
from tests.together import second_after

pytestmark = pytest.mark.usefixtures("database")


def close(number: int) -> None:
    training_session = db.session.get_one(TrainingSession, number)
    sessions.close(training_session=training_session, now=NOW, actor=SYSTEM)


def judged_by(number: int) -> int | None:
    db.session.rollback()
    assert not [*proofs.check(actor=SYSTEM)]
    found = db.session.query(Participation).filter_by(training_session_id=number).one()
    return found.rule_version


def waiting() -> tuple[int, int]:
    version = stricter().id
    number = session_with({PersonFactory.create(): "PPPA"}, close=False).id
    db.session.commit()
    return version, number


def test_a_session_that_closes_while_rules_are_adopted_is_judged_by_them(app: Flask) -> None:
    version, number = waiting()
    services.adopt(version=queries.get(version, SYSTEM), clock=lambda: LATER, actor=head())
    second_after(app, lambda: close(number)).result()
    assert judged_by(number) == 2


def test_rules_adopted_while_a_session_closes_wait_and_judge_it_again(app: Flask) -> None:
    version, number = waiting()
    actor = head()
    close(number)

    def adopt() -> int:
        found = queries.get(version, SYSTEM)
        return services.adopt(version=found, clock=lambda: LATER, actor=actor)

    assert second_after(app, adopt).result() == 1
    assert judged_by(number) == 2


def test_a_proposal_that_two_delete_at_once_is_gone_for_the_second(app: Flask) -> None:
    version, actor = stricter().id, head()
    db.session.commit()

    def discard() -> None:
        services.discard(version=queries.get(version, SYSTEM), actor=actor)

    discard()
    assert isinstance(second_after(app, discard).exception(), NotFound)


def test_a_proposal_deleted_while_it_is_adopted_is_gone(app: Flask) -> None:
    version, actor = stricter().id, head()
    db.session.commit()
    services.discard(version=queries.get(version, SYSTEM), actor=actor)

    def adopt() -> None:
        found = queries.get(version, SYSTEM)
        services.adopt(version=found, clock=lambda: LATER, actor=actor)

    assert isinstance(second_after(app, adopt).exception(), NotFound)
