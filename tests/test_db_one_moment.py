"""Reading one moment, while others write."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from lms.accounts.models import User
from lms.db import see_one_moment
from lms.extensions import db
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.usefixtures("database")
HOW_MANY = select(func.count(User.id))


def elsewhere(app: Flask) -> None:
    """Commit a row from another connection."""

    def write() -> None:
        with app.app_context():
            UserFactory.create()

    with ThreadPoolExecutor() as pool:
        pool.submit(write).result()


def test_what_is_committed_meanwhile_is_not_seen_until_the_end(app: Flask) -> None:
    UserFactory.create()
    see_one_moment(db.session())
    assert db.session.scalar(HOW_MANY) == 1
    elsewhere(app)
    assert db.session.scalar(HOW_MANY) == 1
    db.session.rollback()
    assert db.session.scalar(HOW_MANY) == 2


@pytest.mark.one_engine("postgresql", reason="SQLite would let a reader become a writer")
def test_nothing_is_written_in_it() -> None:
    user = UserFactory.create()
    see_one_moment(db.session())
    user.name = "Awa Exemple"
    with pytest.raises(DBAPIError, match="read-only"):
        db.session.flush()
    db.session.rollback()
    user.name = "Awa Exemple"
    db.session.commit()


def test_what_waits_to_be_written_is_not_lost_in_silence() -> None:
    user = UserFactory.create()
    user.name = "Awa Exemple"
    with pytest.raises(ValueError, match="waits to be written"):
        see_one_moment(db.session())
