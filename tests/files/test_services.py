from concurrent.futures import ThreadPoolExecutor, wait
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from lms.accounts.actors import SYSTEM, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.files import contents, services
from lms.files.models import StoredFile
from lms.files.rules import EmptyFile, MediaType
from lms.files.storage import digest_of
from tests.factories.accounts import UserFactory
from tests.factories.files import StoredFileFactory
from tests.factories.lists import ImportedListFactory

pytestmark = pytest.mark.usefixtures("database")
LIST = b"Nom;J1"
DAY = date(2014, 4, 1)
LATER = DAY + timedelta(days=1)


def trail() -> list[str]:
    return list(db.session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)))


def test_a_file_is_known_by_its_digest_kind_and_size() -> None:
    stored = services.store(content=LIST, keep_until=DAY, actor=SYSTEM)
    assert (stored.digest, stored.size, stored.media_type, stored.keep_until) == (
        digest_of(LIST),
        6,
        MediaType.CSV,
        DAY,
    )


@pytest.mark.parametrize(("first", "second"), [(DAY, LATER), (LATER, DAY)])
def test_the_same_bytes_are_kept_once_for_the_longer_time(first: date, second: date) -> None:
    stored = services.store(content=LIST, keep_until=first, actor=SYSTEM)
    again = services.store(content=LIST, keep_until=second, actor=SYSTEM)
    assert again is stored
    assert stored.keep_until == LATER
    assert trail() == ["file:stored"]


def test_nothing_is_not_kept() -> None:
    with pytest.raises(EmptyFile):
        services.store(content=b"", keep_until=DAY, actor=SYSTEM)


def test_keeping_and_forgetting_leave_a_trace_of_the_number_alone() -> None:
    stored = services.store(content=LIST, keep_until=DAY, actor=SYSTEM)
    services.forget(stored_file=stored, actor=SYSTEM)
    entries = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    assert [(it.action, it.target, it.changes) for it in entries] == [
        ("file:stored", "stored_file:1", None),
        ("file:forgotten", "stored_file:1", None),
    ]


def test_a_file_that_a_list_still_has_is_not_forgotten() -> None:
    stored = StoredFileFactory.create()
    ImportedListFactory.create(stored_file=stored)
    with pytest.raises(IntegrityError):
        services.forget(stored_file=stored, actor=SYSTEM)


def test_a_participant_neither_keeps_nor_forgets() -> None:
    actor = UserFactory.create(role=Role.PARTICIPANT).actor
    stored = StoredFileFactory.create()
    with pytest.raises(NotAllowed):
        services.store(content=LIST, keep_until=DAY, actor=actor)
    with pytest.raises(NotAllowed):
        services.forget(stored_file=stored, actor=actor)


def test_who_keeps_again_what_another_forgets_waits_and_keeps_it_anew(app: Flask) -> None:
    services.store(content=LIST, keep_until=DAY, actor=SYSTEM)
    db.session.commit()

    def keep() -> None:
        with app.app_context():
            services.store(content=LIST, keep_until=LATER, actor=SYSTEM)
            db.session.commit()

    services.forget(stored_file=db.session.scalars(select(StoredFile)).one(), actor=SYSTEM)
    with ThreadPoolExecutor() as pool:
        late = pool.submit(keep)
        assert not wait([late], timeout=0.3).done, "the second must wait for the first"
        db.session.commit()
    late.result()
    stored = db.session.scalars(select(StoredFile)).one()
    assert (contents.read(stored), stored.keep_until) == (LIST, LATER)
