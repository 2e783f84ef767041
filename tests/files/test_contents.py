from datetime import date
from pathlib import Path

import pytest

from lms.accounts.actors import SYSTEM
from lms.extensions import db
from lms.files import contents, services
from lms.files.models import StoredFile

pytestmark = pytest.mark.usefixtures("database")
LIST = b"Nom;J1"


def store() -> StoredFile:
    return services.store(content=LIST, keep_until=date(2014, 4, 1), actor=SYSTEM)


def on_disk() -> list[Path]:
    return [it for it in contents.folder().rglob("*") if it.is_file()]


def test_a_file_is_written_as_it_is_committed() -> None:
    stored = store()
    assert on_disk() == []
    db.session.commit()
    assert [it.read_bytes() for it in on_disk()] == [LIST]
    assert contents.read(stored) == LIST


def test_a_file_is_read_before_it_is_written() -> None:
    assert contents.read(store()) == LIST


def test_an_act_undone_leaves_no_file() -> None:
    """Names on a disk that no row knows of would never be deleted."""
    store()
    db.session.rollback()
    db.session.commit()
    assert on_disk() == []


def test_a_savepoint_writes_nothing_yet() -> None:
    store()
    with db.session.begin_nested():
        db.session.flush()
    assert on_disk() == []
    db.session.commit()
    assert len(on_disk()) == 1


def test_a_file_goes_with_the_commit_and_not_before() -> None:
    stored = store()
    db.session.commit()
    services.forget(stored_file=stored, actor=SYSTEM)
    assert len(on_disk()) == 1
    db.session.commit()
    assert on_disk() == []


def test_a_file_whose_forgetting_is_undone_stays() -> None:
    stored = store()
    db.session.commit()
    services.forget(stored_file=stored, actor=SYSTEM)
    db.session.rollback()
    db.session.commit()
    assert contents.read(stored) == LIST


def test_a_file_forgotten_and_kept_again_in_one_act_stays() -> None:
    stored = store()
    db.session.commit()
    services.forget(stored_file=stored, actor=SYSTEM)
    again = store()
    db.session.commit()
    assert contents.read(again) == LIST


def test_a_file_kept_and_forgotten_in_one_act_is_never_written() -> None:
    services.forget(stored_file=store(), actor=SYSTEM)
    db.session.commit()
    assert on_disk() == []
