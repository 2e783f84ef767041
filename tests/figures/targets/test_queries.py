import pytest

from lms.accounts.actors import Actor, ActorKind, Role
from lms.errors import NotAllowed, NotFound
from lms.figures import queries as figures
from lms.figures.targets import queries
from lms.figures.targets.values import Kind
from tests.factories.figures import StrengthFactory, TargetFactory
from tests.factories.people import CategoryFactory
from tests.figures.targets.given import HEAD, LATER, NEXT, NOW, TRAINER, YEAR

pytestmark = pytest.mark.usefixtures("database")

PARTICIPANT = Actor(kind=ActorKind.PARTICIPANT, id=1, role=Role.PARTICIPANT)


def words(kind: Kind, said: str, actor: Actor = HEAD) -> list[int]:
    found = queries.listed(kind, words=said, page=1, actor=actor)
    return [it.id for it in found.entries]


def test_trainers_see_their_own_regions_and_nothing_of_the_whole_country() -> None:
    here, there, whole = (TargetFactory.create(region=it) for it in ("ML07", "ML06", ""))
    assert words(Kind.TARGETS, "", TRAINER) == [here.id]
    assert words(Kind.TARGETS, "") == [here.id, there.id, whole.id]
    assert queries.get(Kind.TARGETS, here.id, TRAINER) is here
    for hidden in (there, whole):
        with pytest.raises(NotFound):
            queries.get(Kind.TARGETS, hidden.id, TRAINER)


def test_participants_see_nothing() -> None:
    with pytest.raises(NotAllowed):
        words(Kind.TARGETS, "", PARTICIPANT)


def test_words_are_looked_for_in_both_languages_without_accents() -> None:
    guard = CategoryFactory.create(label_fr="Gendarmerie", label_en="Gendarmes")
    one = StrengthFactory.create(category=guard, unit="Unité Ségou", source="Lettre du 3 mars")
    StrengthFactory.create(unit="Contingent B", source="Note")
    for said in ("segou", "GENDARMES", "lettre mars", "unite gendarmerie"):
        assert words(Kind.STRENGTHS, said) == [one.id]
    assert words(Kind.STRENGTHS, "nowhere") == []


def test_a_page_that_does_not_exist_is_the_nearest() -> None:
    TargetFactory.create_batch(queries.PAGE + 1)
    found = queries.listed(Kind.TARGETS, words="", page=99, actor=HEAD)
    assert (found.page, found.pages, len(found.entries)) == (2, 2, 1)


def test_a_list_that_does_not_exist_is_not_found() -> None:
    with pytest.raises(NotFound):
        queries.kind_of("wishes")


def test_what_touches_the_window_by_one_day_is_in_it() -> None:
    it = TargetFactory.create(period_start=YEAR.last, period_end=NEXT.last)
    assert [*queries.targets(YEAR, None, None)] == [it]
    TargetFactory.create(period_start=NEXT.first, period_end=NEXT.last)
    assert [*queries.targets(YEAR, None, None)] == [it]


def test_of_some_regions_those_of_the_country_are_left_out() -> None:
    here = StrengthFactory.create(region="ML07")
    StrengthFactory.create(region="")
    assert [*queries.strengths(YEAR, frozenset({"ML07", ""}), None)] == [here]
    assert len(queries.strengths(YEAR, None, None)) == 2


def test_a_past_day_shows_what_held_then() -> None:
    gone = TargetFactory.create(recorded_at=NOW, withdrawn_at=LATER)
    assert [*queries.targets(YEAR, None, NOW)] == [gone]
    assert [*queries.targets(YEAR, None, LATER)] == []
    assert [*queries.targets(YEAR, None, None)] == []


def test_minors_and_movements_are_in_no_choice_of_units() -> None:
    plain, _minors = CategoryFactory.create(), CategoryFactory.create(minors=True)
    movements = CategoryFactory.create(code="armed-movements")
    CategoryFactory.create(parent=movements)
    part = CategoryFactory.create(parent=plain)
    assert queries.of_units(figures.categories()) == [plain, part]
