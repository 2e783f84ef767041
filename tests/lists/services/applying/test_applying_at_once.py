"""Two people record lists at once: the second waits, then sees what the first has done."""

from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from flask import Flask
from sqlalchemy import select

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.lists import services
from lms.lists.errors import AlreadyRecorded
from lms.lists.models import ImportedList
from lms.sessions.models import Participation, TrainingSession
from tests.lists.given import NOW, csv, session_of, uploaded

pytestmark = pytest.mark.usefixtures("database")
AWA = "Maïga;Awa;F;44/6386;1984;P"


@pytest.fixture
def training_session(database: None) -> TrainingSession:
    del database
    return session_of(slots=1)


def recorded() -> list[str]:
    found = db.session.scalars(select(Participation).order_by(Participation.id))
    return [it.person.surname for it in found]


def test_of_two_lists_recorded_at_once_somebody_on_both_is_one_person(
    app: Flask, training_session: TrainingSession
) -> None:
    first = uploaded(training_session, csv(AWA))
    number = uploaded(training_session, csv(AWA, "Traoré;Ali;M;51/2222;;P")).id
    db.session.commit()

    def second() -> None:
        with app.app_context():
            other = db.session.get_one(ImportedList, number)
            services.apply(imported_list=other, accept_lines=False, now=NOW, actor=SYSTEM)
            db.session.commit()

    services.apply(imported_list=first, accept_lines=False, now=NOW, actor=SYSTEM)
    with ThreadPoolExecutor() as pool:
        late = pool.submit(second)
        assert not wait([late], timeout=0.3).done, "the second must wait for the first"
        db.session.commit()
    late.result()
    assert recorded() == ["Maïga", "Traoré"]


def test_of_two_who_record_one_list_the_second_is_told(
    app: Flask, training_session: TrainingSession
) -> None:
    imported_list = uploaded(training_session, csv(AWA))
    number = imported_list.id
    db.session.commit()

    def second() -> None:
        with app.app_context():
            again = db.session.get_one(ImportedList, number)
            services.apply(imported_list=again, accept_lines=False, now=NOW, actor=SYSTEM)

    services.apply(imported_list=imported_list, accept_lines=False, now=NOW, actor=SYSTEM)
    with ThreadPoolExecutor() as pool:
        late = pool.submit(second)
        assert not wait([late], timeout=0.3).done, "the second must wait for the first"
        db.session.commit()
    assert isinstance(late.exception(), AlreadyRecorded)
    db.session.expire_all()
    assert recorded() == ["Maïga"]
