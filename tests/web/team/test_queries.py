import pytest

from lms.accounts.actors import Actor, Role
from lms.errors import NotAllowed
from lms.extensions import db
from lms.sessions.kinds import PlaceLevel
from lms.web.team import queries
from tests.factories.accounts import UserFactory
from tests.factories.sessions import PlaceFactory
from tests.sessions.given import statements

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def administrator(database: None) -> Actor:
    del database
    actor: Actor = UserFactory.create(role=Role.ADMINISTRATOR, name="Zeïnab Exemple").actor
    return actor


def team(
    actor: Actor, *, words: str = "", role: Role | None = None, page: int = 1
) -> queries.TeamPage:
    return queries.team(words=words, role=role, page=page, actor=actor)


def names(found: queries.TeamPage) -> list[str]:
    return [it.name for it in found.users]


def test_accounts_stand_by_name_and_disabled_ones_last(administrator: Actor) -> None:
    UserFactory.create(name="Awa Exemple", active=False)
    UserFactory.create(name="Moussa Exemple")
    found = team(administrator)
    assert names(found) == ["Moussa Exemple", "Zeïnab Exemple", "Awa Exemple"]
    assert (found.found, found.total) == (3, 3)


@pytest.mark.parametrize("words", ["zeinab", "ZEÏNAB exemple", "exemple zei", "awa@example.org"])
def test_every_word_is_looked_for_in_name_and_address(administrator: Actor, words: str) -> None:
    UserFactory.create(name="Zeïnab Exemple", email="awa@example.org", role=Role.UNIT_HEAD)
    UserFactory.create(name="Moussa Exemple")
    found = team(administrator, words=words, role=Role.UNIT_HEAD)
    assert names(found) == ["Zeïnab Exemple"]
    assert (found.found, found.total) == (1, 3)


def test_words_that_nobody_has_find_nobody(administrator: Actor) -> None:
    found = team(administrator, words="exemple nobody")
    assert (names(found), found.found, found.pages) == ([], 0, 1)


def test_the_list_is_cut_into_pages(administrator: Actor) -> None:
    UserFactory.create_batch(queries.PAGE, name="Awa Exemple")
    first, second = team(administrator), team(administrator, page=2)
    assert (len(first.users), first.pages) == (queries.PAGE, 2)
    assert names(second) == ["Zeïnab Exemple"]


@pytest.mark.parametrize(("asked", "shown"), [(0, 1), (9, 1), (-3, 1)])
def test_a_page_that_is_not_there_is_the_nearest(
    administrator: Actor, asked: int, shown: int
) -> None:
    assert team(administrator, page=asked).page == shown


@pytest.mark.parametrize("role", [it for it in Role if it is not Role.ADMINISTRATOR])
def test_only_an_administrator_reads_the_list(role: Role) -> None:
    with pytest.raises(NotAllowed):
        team(UserFactory.create(role=role).actor)


def test_a_large_team_costs_no_more_statements(administrator: Actor) -> None:
    def asked() -> int:
        db.session.rollback()
        return statements(lambda: team(administrator))

    few = asked()
    UserFactory.create_batch(5)
    assert asked() == few


def test_a_region_is_offered_once_whatever_its_release() -> None:
    PlaceFactory.create(code="ML07", name_fr="Gao", name_en="Gao")
    PlaceFactory.create(code="ML07", name_fr="Gao", name_en="Gao", release="cod-2021")
    PlaceFactory.create(code="ML09", name_fr="Bamako", name_en="Bamako")
    found = queries.regions()
    assert {code: it.name_fr for code, it in found.items()} == {"ML07": "Gao", "ML09": "Bamako"}


def test_a_district_is_no_region_to_see() -> None:
    gao = PlaceFactory.create(code="ML07", name_fr="Gao")
    PlaceFactory.create(code="ML0701", level=PlaceLevel.CERCLE, parent=gao)
    assert list(queries.regions()) == ["ML07"]
