from datetime import UTC, datetime

import pytest

from lms.accounts.actors import SYSTEM, Role
from lms.errors import NotAllowed, NotFound
from lms.lists import queries
from lms.lists.models import ImportedList, ListState
from lms.lists.outcomes import Decision
from lms.sessions.models import TrainingSession
from tests.factories.accounts import UserFactory
from tests.factories.lists import ImportedListFactory, ImportedRowFactory
from tests.lists.given import session_of, trainer_of

pytestmark = pytest.mark.usefixtures("database")
HOUR = datetime(2014, 3, 20, 8, tzinfo=UTC)


@pytest.fixture
def training_session(database: None) -> TrainingSession:
    del database
    return session_of(slots=1)


@pytest.fixture
def imported_list(training_session: TrainingSession) -> ImportedList:
    found: ImportedList = ImportedListFactory.create(training_session=training_session)
    return found


def test_the_latest_list_comes_first(training_session: TrainingSession) -> None:
    hours = [HOUR, HOUR.replace(hour=12), HOUR.replace(hour=10)]
    lists = [
        ImportedListFactory.create(training_session=training_session, created_at=it)
        for it in hours
    ]
    head = UserFactory.create(role=Role.UNIT_HEAD).actor
    page = queries.page_of_lists(page=1, actor=head)
    assert list(page.lists) == [lists[1], lists[2], lists[0]]
    assert (page.total, page.page, page.pages) == (3, 1, 1)


@pytest.mark.parametrize("role", [Role.UNIT_HEAD, Role.ADMINISTRATOR])
def test_unit_heads_and_administrators_see_all_lists(
    imported_list: ImportedList, role: Role
) -> None:
    actor = UserFactory.create(role=role).actor
    assert list(queries.page_of_lists(page=1, actor=actor).lists) == [imported_list]


def test_a_trainer_sees_those_of_their_own_sessions(imported_list: ImportedList) -> None:
    own = trainer_of(imported_list.training_session).actor
    assert list(queries.page_of_lists(page=1, actor=own).lists) == [imported_list]
    assert queries.page_of_lists(page=1, actor=UserFactory.create().actor).total == 0


def test_a_participant_sees_none() -> None:
    with pytest.raises(NotAllowed):
        queries.page_of_lists(page=1, actor=UserFactory.create(role=Role.PARTICIPANT).actor)


@pytest.mark.parametrize(("asked", "given"), [(0, 1), (2, 2), (99, 2)])
def test_a_page_that_does_not_exist_is_the_nearest(
    monkeypatch: pytest.MonkeyPatch, asked: int, given: int
) -> None:
    monkeypatch.setattr("lms.lists.queries.lists.PAGE_SIZE", 2)
    ImportedListFactory.create_batch(3)
    head = UserFactory.create(role=Role.UNIT_HEAD).actor
    page = queries.page_of_lists(page=asked, actor=head)
    assert (page.page, page.pages, len(page.lists)) == (given, 2, 3 - given)


def test_a_list_is_read_by_who_reads_its_session(imported_list: ImportedList) -> None:
    own = trainer_of(imported_list.training_session).actor
    assert queries.get(imported_list.id, own) is imported_list
    with pytest.raises(NotAllowed):
        queries.get(imported_list.id, UserFactory.create().actor)
    with pytest.raises(NotFound):
        queries.get(imported_list.id + 1, own)


def test_an_applied_list_is_no_preview(imported_list: ImportedList) -> None:
    assert queries.get_preview(imported_list.id, SYSTEM) is imported_list
    imported_list.state = ListState.APPLIED
    with pytest.raises(NotFound):
        queries.get_preview(imported_list.id, SYSTEM)


def test_a_session_is_written_by_who_gives_it(training_session: TrainingSession) -> None:
    own = trainer_of(training_session).actor
    assert queries.session_to_write(training_session.id, own) is training_session
    with pytest.raises(NotAllowed):
        queries.session_to_write(training_session.id, UserFactory.create().actor)


def test_who_only_reads_a_session_brings_no_list_into_it(
    training_session: TrainingSession,
) -> None:
    administrator = UserFactory.create(role=Role.ADMINISTRATOR).actor
    with pytest.raises(NotAllowed):
        queries.session_to_write(training_session.id, administrator)


@pytest.mark.parametrize("code", ["FDS-2J-0001", "fds-2j-0001", " gao2 "])
def test_a_session_is_found_by_reference_or_short_code(
    training_session: TrainingSession, code: str
) -> None:
    assert queries.session_by_code(code, SYSTEM) is training_session


@pytest.mark.usefixtures("training_session")
def test_an_unknown_code_is_not_found() -> None:
    with pytest.raises(NotFound):
        queries.session_by_code("GAO", SYSTEM)


def test_of_an_applied_list_the_refused_rows_are_told_in_order(
    imported_list: ImportedList,
) -> None:
    for number, decision in ((9, Decision.REFUSED), (4, Decision.NEW), (3, Decision.REFUSED)):
        ImportedRowFactory.create(imported_list=imported_list, number=number, decision=decision)
    assert [it.number for it in queries.refused_rows(imported_list)] == [3, 9]


def test_the_same_file_is_looked_for_in_one_session(imported_list: ImportedList) -> None:
    number = imported_list.training_session_id
    assert queries.same_file(number, imported_list.digest) is imported_list
    assert queries.same_file(number + 1, imported_list.digest) is None
    assert queries.same_file(number, "0" * 64) is None
