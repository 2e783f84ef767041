from datetime import date

import pytest
from flask import Flask
from flask_babel import force_locale

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.figures import totals
from lms.figures.board.board import board
from lms.figures.board.tasks import Reader
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Question, Scope
from tests.factories.figures import FactFactory

YEAR = Window(date(2014, 1, 1), date(2014, 12, 31))


@pytest.mark.parametrize("locale", ["en", "fr"])
def test_every_picture_of_the_dashboard_is_made(app: Flask, locale: str) -> None:
    with app.test_request_context(), force_locale(locale):
        FactFactory.create_batch(3, last_day=date(2014, 3, 1))
        question = Question(scope=Scope(window=YEAR))
        reading = totals.read(scope=question.scope, actor=SYSTEM)
        actor = Actor(kind=ActorKind.USER, id=1, role=Role.UNIT_HEAD)
        reader = Reader(actor=actor, today=date(2015, 1, 1), names=True)
        made = board(reading, question, reader, {})
        assert "<svg" in repr(made)
