from dataclasses import replace

import pytest
from sqlalchemy import select

from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.accounts.models import AuditEntry
from lms.errors import NotAllowed
from lms.extensions import db
from lms.unit import queries
from lms.unit.services import describe
from lms.unit.values import UnitIdentity

IDENTITY = UnitIdentity(
    name_fr="Cellule d’essai",
    name_en="Trial Cell",
    head_function_fr="Cheffe de la cellule",
    head_function_en="Head of the Cell",
    place="Ségou",
)
HEAD = Actor(kind=ActorKind.USER, id=1, role=Role.UNIT_HEAD)
ADMINISTRATOR = Actor(kind=ActorKind.USER, id=2, role=Role.ADMINISTRATOR)

pytestmark = pytest.mark.usefixtures("database")


def test_the_unit_is_named_and_named_anew() -> None:
    describe(identity=IDENTITY, actor=ADMINISTRATOR)
    describe(identity=replace(IDENTITY, name_en="Other Cell"), actor=ADMINISTRATOR)
    assert queries.profile().name_en == "Other Cell"
    assert queries.profile().place == "Ségou"
    actions = db.session.scalars(select(AuditEntry.action)).all()
    assert actions == ["unit:describe", "unit:describe"]


def test_nothing_takes_the_mark_of_sample_data_back() -> None:
    describe(identity=IDENTITY, sample=True, actor=SYSTEM)
    describe(identity=IDENTITY, actor=ADMINISTRATOR)
    assert queries.profile().is_sample


def test_a_unit_head_does_not_rename_the_unit() -> None:
    with pytest.raises(NotAllowed):
        describe(identity=IDENTITY, actor=HEAD)


def test_without_a_commit_nothing_was_written() -> None:
    describe(identity=IDENTITY, actor=SYSTEM)
    db.session.rollback()
    assert queries.profile().name_en != "Trial Cell"
