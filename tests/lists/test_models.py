import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from lms.extensions import db
from lms.lists.models import ImportedRow, ListState
from lms.sessions.models import Participation
from tests.factories.lists import ImportedListFactory, ImportedRowFactory
from tests.factories.sessions import ParticipationFactory

pytestmark = pytest.mark.usefixtures("database")


def test_a_list_begins_as_a_preview_without_numbers() -> None:
    imported_list = ImportedListFactory.create()
    assert imported_list.state is ListState.PREVIEW
    assert (imported_list.recorded, imported_list.refused, imported_list.applied_at) == (
        None,
        None,
        None,
    )
    assert imported_list.tag == f"imported_list:{imported_list.id}"


def test_the_same_bytes_go_into_a_session_once_and_into_others_too() -> None:
    one = ImportedListFactory.create()
    ImportedListFactory.create(stored_file=one.stored_file)
    with pytest.raises(IntegrityError):
        ImportedListFactory.create(
            stored_file=one.stored_file, training_session=one.training_session
        )


@pytest.mark.parametrize(
    "counts", [{"recorded": -1, "refused": 0}, {"recorded": 0, "refused": -1}]
)
def test_no_count_is_below_zero(counts: dict[str, int]) -> None:
    with pytest.raises(IntegrityError):
        ImportedListFactory.create(**counts)


def test_a_row_of_the_file_has_one_outcome() -> None:
    row = ImportedRowFactory.create()
    with pytest.raises(IntegrityError):
        ImportedRowFactory.create(imported_list_id=row.imported_list_id, number=row.number)


def test_the_rows_of_a_list_stand_in_the_order_of_the_file_and_go_with_it() -> None:
    imported_list = ImportedListFactory.create()
    for number in (9, 3):
        ImportedRowFactory.create(imported_list=imported_list, number=number)
    db.session.refresh(imported_list)
    assert [it.number for it in imported_list.rows] == [3, 9]
    db.session.delete(imported_list)
    db.session.commit()
    assert db.session.scalar(select(func.count()).select_from(ImportedRow)) == 0


def test_a_participation_taken_out_leaves_the_row_that_brought_it() -> None:
    participation = ParticipationFactory.create()
    row = ImportedRowFactory.create(participation_id=participation.id)
    db.session.delete(db.session.get_one(Participation, participation.id))
    db.session.commit()
    db.session.refresh(row)
    assert row.participation_id is None
