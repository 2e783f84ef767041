from datetime import date

import pytest
from flask import Flask
from flask_babel import force_locale

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.figures import totals
from lms.figures.board.tasks import Reader, Task, contradictory, tasks
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.people.kinds import Sex
from tests.factories.figures import FactFactory
from tests.factories.sessions import ParticipationFactory

YEAR = Window(date(2014, 1, 1), date(2014, 12, 31))


def reading() -> totals.Reading:
    return totals.read(scope=Scope(window=YEAR), actor=SYSTEM)


def shown(*, names: bool) -> list[Task]:
    actor = Actor(kind=ActorKind.USER, id=1, role=Role.UNIT_HEAD)
    with force_locale("en"):
        return tasks(reading(), Reader(actor=actor, today=date(2015, 1, 1), names=names), {})


@pytest.mark.parametrize("names", [True, False])
def test_persons_of_two_sexes_are_told_to_whoever_may_read_names(app: Flask, names: bool) -> None:
    with app.test_request_context():
        man = FactFactory.create(last_day=date(2014, 3, 1), sex=Sex.MALE)
        again = ParticipationFactory.create(person=man.person)
        FactFactory.create(participation=again, last_day=date(2014, 4, 1), sex=Sex.FEMALE)
        FactFactory.create(last_day=date(2014, 4, 1))
        found = shown(names=names)
        assert [it["what"] for it in found if "sexes" in it["what"]] == (
            ["person with two sexes or ages"] if names else []
        )
        alone = contradictory(reading())
        assert alone.table(Measure.PARTICIPATIONS_ALL).total.total.value == 2
