import pytest

from lms.sessions import queries
from lms.sessions.kinds import PlaceLevel
from lms.sessions.rules.releases import COD_2015, COD_2021
from tests.factories.sessions import PlaceFactory

pytestmark = pytest.mark.usefixtures("database")


def test_the_newest_release_comes_first_and_the_country_is_no_place_to_meet() -> None:
    old = PlaceFactory.create(release=COD_2015)
    new = PlaceFactory.create(release=COD_2021)
    PlaceFactory.create(release="reform-2016")
    PlaceFactory.create(level=PlaceLevel.COUNTRY)
    assert list(queries.places()) == [new, old]


def test_a_cercle_follows_its_region() -> None:
    gao = PlaceFactory.create(code="ML07")
    kidal = PlaceFactory.create(code="ML08")
    ansongo = PlaceFactory.create(code="ML0701", level=PlaceLevel.CERCLE, parent=gao)
    assert list(queries.places()) == [gao, ansongo, kidal]
    assert list(queries.regions(COD_2015)) == [gao, kidal]
