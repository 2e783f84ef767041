import pytest
from flask import Flask

from lms.errors import NotAllowed, NotFound
from lms.lists.models import ListState
from lms.people.kinds import DoubtKind, Verdict
from lms.web.register.queries import doubts
from lms.web.register.queries.doubts import PAGE_SIZE, Wanted
from tests.factories.lists import ImportedListFactory, ImportedRowFactory
from tests.factories.people import PersonFactory, SuggestionFactory
from tests.factories.sessions import ParticipationFactory
from tests.statements import counted
from tests.web.register.given import ADMINISTRATOR, CHILD, HEAD, TODAY, TRAINER

pytestmark = pytest.mark.usefixtures("database")


def shown(wanted: Wanted = Wanted(), page: int = 1) -> list[int]:  # noqa: B008 - frozen
    found = doubts.queue(wanted=wanted, page=page, today=TODAY, actor=HEAD)
    return [it.suggestion.id for it in found.doubts]


def from_list(likelihood: int = 500) -> tuple[int, int]:
    """Return the ids of a doubt that came with a row of a list, and of that list."""
    suggestion = SuggestionFactory.create(likelihood=likelihood)
    participation = ParticipationFactory.create(person=suggestion.person)
    imported_list = ImportedListFactory.create(
        training_session=participation.training_session, state=ListState.APPLIED
    )
    ImportedRowFactory.create(
        imported_list=imported_list, participation_id=participation.id, number=23
    )
    return suggestion.id, imported_list.id


def test_the_likeliest_stand_first_and_decided_ones_not_at_all() -> None:
    low, high, level = (SuggestionFactory.create(likelihood=it).id for it in (300, 900, 900))
    SuggestionFactory.create(verdict=Verdict.SAME)
    assert shown() == [high, level, low]


def test_batches_count_each_kind_and_the_page_shows_one() -> None:
    phone = SuggestionFactory.create(kind=DoubtKind.PHONE)
    SuggestionFactory.create(kind=DoubtKind.SPELLING)
    found = doubts.queue(wanted=Wanted(kind=DoubtKind.PHONE), page=1, today=TODAY, actor=HEAD)
    assert {it.kind: it.count for it in found.batches} == {
        DoubtKind.PHONE: 1,
        DoubtKind.SPELLING: 1,
    }
    assert [it.suggestion.id for it in found.doubts] == [phone.id]


def test_a_list_narrows_the_queue_and_its_row_is_named() -> None:
    SuggestionFactory.create()
    suggestion_id, list_id = from_list()
    found = doubts.queue(wanted=Wanted(list_id=list_id), page=1, today=TODAY, actor=HEAD)
    assert [it.suggestion.id for it in found.doubts] == [suggestion_id]
    source = found.doubts[0].source
    assert source is not None
    assert (source.number, source.imported_list.id) == (23, list_id)
    assert [it.id for it in doubts.lists(today=TODAY, actor=HEAD)] == [list_id]


def test_a_page_too_far_is_the_last() -> None:
    SuggestionFactory.create_batch(PAGE_SIZE + 1)
    assert len(shown(page=9)) == 1


def test_an_administrator_sees_no_protected_record_at_all() -> None:
    for side in ("person", "candidate"):
        SuggestionFactory.create(**{side: PersonFactory.create(birth_date=CHILD)})
    seen = SuggestionFactory.create()
    found = doubts.queue(wanted=Wanted(), page=1, today=TODAY, actor=ADMINISTRATOR)
    assert [it.suggestion.id for it in found.doubts] == [seen.id]
    assert [it.count for it in found.batches] == [1]
    assert doubts.waiting(today=TODAY, actor=ADMINISTRATOR) == 1
    assert doubts.waiting(today=TODAY, actor=HEAD) == 3


def test_a_protected_doubt_is_refused_to_an_administrator() -> None:
    made = SuggestionFactory.create(candidate=PersonFactory.create(birth_date=CHILD))
    assert doubts.get(made.id, today=TODAY, actor=HEAD).suggestion is made
    with pytest.raises(NotAllowed):
        doubts.get(made.id, today=TODAY, actor=ADMINISTRATOR)


def test_a_trainer_reads_no_doubt() -> None:
    made = SuggestionFactory.create()
    with pytest.raises(NotAllowed):
        doubts.queue(wanted=Wanted(), page=1, today=TODAY, actor=TRAINER)
    with pytest.raises(NotAllowed):
        doubts.get(made.id, today=TODAY, actor=TRAINER)


def test_a_doubt_that_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        doubts.get(404, today=TODAY, actor=HEAD)


def test_one_follows_the_other_to_the_end_of_the_batch() -> None:
    made = [SuggestionFactory.create(likelihood=it) for it in (900, 500, 500, 100)]
    SuggestionFactory.create(likelihood=400, kind=DoubtKind.PHONE)
    batch = Wanted(kind=DoubtKind.NAME_ONLY)
    following = [doubts.after(it, wanted=batch, today=TODAY, actor=HEAD) for it in made]
    assert following == [made[1].id, made[2].id, made[3].id, None]
    places = [doubts.place(it, wanted=batch, today=TODAY, actor=HEAD) for it in made]
    assert places == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_the_other_candidates_of_a_person_are_known() -> None:
    one = SuggestionFactory.create()
    other = SuggestionFactory.create(person=one.person)
    SuggestionFactory.create()
    assert [it.id for it in doubts.others(one, today=TODAY, actor=HEAD)] == [other.id]


def test_the_statements_do_not_grow_with_the_doubts(app: Flask) -> None:
    def asked() -> int:
        with counted(app) as sent:
            found = doubts.queue(wanted=Wanted(), page=1, today=TODAY, actor=ADMINISTRATOR)
            assert all(it.suggestion.person.category.parent is None for it in found.doubts)
        return len(sent)

    from_list()
    few = asked()
    for _each in range(3):
        from_list()
    assert asked() == few
