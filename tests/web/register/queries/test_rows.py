import pytest

from lms.lists.models import ListState
from lms.web.register.queries import rows
from tests.factories.lists import ImportedListFactory, ImportedRowFactory
from tests.factories.sessions import ParticipationFactory

pytestmark = pytest.mark.usefixtures("database")


def test_the_first_row_of_a_person_is_theirs() -> None:
    participation = ParticipationFactory.create()
    for number in (7, 5):
        imported_list = ImportedListFactory.create(state=ListState.APPLIED)
        ImportedRowFactory.create(
            imported_list=imported_list, participation_id=participation.id, number=number
        )
    found = rows.of_persons([participation.person_id])
    assert found[participation.person_id].number == 7
    of_participation = rows.of_participations([participation.id])[participation.id]
    assert [it.number for it in of_participation] == [7, 5]


@pytest.mark.parametrize("state", [ListState.PREVIEW, ListState.UNDONE])
def test_a_list_that_is_not_recorded_explains_nothing(state: ListState) -> None:
    participation = ParticipationFactory.create()
    ImportedRowFactory.create(
        imported_list=ImportedListFactory.create(state=state), participation_id=participation.id
    )
    assert rows.of_persons([participation.person_id]) == {}
