"""Keys of names made again."""

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.people import services
from lms.people.models import PersonName
from tests.factories.accounts import UserFactory
from tests.factories.people import PersonNameFactory

pytestmark = pytest.mark.usefixtures("database")


def keys() -> list[str]:
    return list(db.session.scalars(select(PersonName.name_key).order_by(PersonName.id)))


def test_names_of_before_matching_get_their_keys() -> None:
    PersonNameFactory.create(surname="Kulibali", given_names="Awa", name_key="")
    PersonNameFactory.create(name_key="old")
    assert services.refresh_keys(missing_only=True, actor=SYSTEM) == 1
    assert keys() == ["culibali|aua", "old"]


def test_all_are_made_anew_when_the_tables_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services.spelling_keys, "AT_ONCE", 2)
    for _ in range(5):
        PersonNameFactory.create(surname="Kulibali", given_names="Awa", name_key="old")
    assert services.refresh_keys(missing_only=False, actor=SYSTEM) == 5
    assert keys() == ["culibali|aua"] * 5
    assert services.refresh_keys(missing_only=False, actor=SYSTEM) == 0
    assert [it.action for it in db.session.scalars(select(AuditEntry))] == [
        "person:keys_refreshed"
    ]


def test_a_unit_head_makes_none() -> None:
    with pytest.raises(NotAllowed):
        services.refresh_keys(
            missing_only=True, actor=UserFactory.create(role=Role.UNIT_HEAD).actor
        )
