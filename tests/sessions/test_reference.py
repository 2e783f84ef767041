import pytest
from sqlalchemy import func, select

from lms.extensions import db
from lms.sessions import queries, reference
from lms.sessions.kinds import PlaceLevel
from lms.sessions.models import Place
from lms.sessions.rules.releases import COD_2015

pytestmark = pytest.mark.usefixtures("database")


def place(release: str, name: str, level: PlaceLevel) -> Place:
    return db.session.scalars(
        select(Place).where(Place.release == release, Place.name_fr == name, Place.level == level)
    ).one()


def test_loading_twice_does_as_much_as_once() -> None:
    reference.load()
    count = db.session.scalar(select(func.count()).select_from(Place))
    reference.load()
    assert count == db.session.scalar(select(func.count()).select_from(Place)) == 157


def test_a_place_knows_its_region_in_its_release() -> None:
    reference.load()
    menaka = place(COD_2015, "Ménaka", PlaceLevel.CERCLE)
    assert menaka.parent is not None
    assert menaka.parent.name_fr == "Gao"
    newer = place("reform-2016", "Tidermène", PlaceLevel.CERCLE)
    assert newer.parent is not None
    assert newer.parent.name_fr == "Ménaka"


def test_what_has_no_official_code_gets_one_that_cannot_pass_for_one() -> None:
    reference.load()
    assert place("reform-2016", "Taoudénit", PlaceLevel.REGION).code == "x-r-taoudenit"
    assert place("reform-2016", "Taoudénit", PlaceLevel.CERCLE).code == "x-c-taoudenit"


@pytest.mark.parametrize(
    ("name", "level", "sensitive"),
    [
        ("Gao", PlaceLevel.REGION, True),
        ("Ansongo", PlaceLevel.CERCLE, True),
        ("Bamako", PlaceLevel.REGION, False),
        ("Kayes", PlaceLevel.REGION, False),
    ],
)
def test_places_of_sensitive_regions_are_sensitive(
    name: str, level: PlaceLevel, *, sensitive: bool
) -> None:
    reference.load()
    assert place(COD_2015, name, level).sensitive is sensitive


def test_places_are_offered_release_by_release_regions_first() -> None:
    reference.load()
    offered = queries.places()
    assert offered[0].release == "reform-2023"
    old = [it for it in offered if it.release == COD_2015]
    gao = next(it for it in old if it.code == "ML07")
    assert old[old.index(gao) + 1].parent == gao
    assert not any(it.level is PlaceLevel.COUNTRY for it in offered)
    assert [it.name_fr for it in queries.regions(COD_2015)][:2] == ["Kayes", "Koulikoro"]
