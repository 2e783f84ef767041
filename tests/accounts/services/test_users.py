from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from lms.accounts import passwords, queries
from lms.accounts.actors import SYSTEM, Actor, ActorKind, Role
from lms.accounts.errors import AddressTaken, LastAdministrator
from lms.accounts.models import AuditEntry, User
from lms.accounts.services import Profile, create_user, edit_user, set_active, set_password
from lms.errors import NotAllowed
from lms.extensions import db
from tests.factories.accounts import UserFactory

ADMINISTRATOR = Actor(kind=ActorKind.USER, id=1, role=Role.ADMINISTRATOR)
OTHERS = [
    Actor(kind=ActorKind.USER, id=2, role=role) for role in Role if role is not Role.ADMINISTRATOR
]
PASSWORD = "some words in a row"
PROFILE = Profile(
    name="Awa Exemple", email="awa@example.org", role=Role.TRAINER, regions={"ML08", "ML07"}
)
PATIENCE = 0.3

pytestmark = pytest.mark.usefixtures("database")


def entries() -> list[AuditEntry]:
    return [*db.session.scalars(select(AuditEntry).order_by(AuditEntry.id))]


def administrator() -> User:
    it: User = UserFactory.create(role=Role.ADMINISTRATOR)
    return it


def test_an_account_is_made_as_written() -> None:
    user = create_user(
        profile=replace(PROFILE, email=" Awa@Example.org", locale="en"),
        password=PASSWORD,
        actor=ADMINISTRATOR,
    )
    assert (user.email, user.name, user.locale) == ("awa@example.org", "Awa Exemple", "en")
    assert (user.role, user.regions, user.active) == (Role.TRAINER, ["ML07", "ML08"], True)
    assert passwords.matches(user.password_hash, PASSWORD)


def test_the_trail_of_a_new_account_holds_its_rights_and_no_name() -> None:
    user = create_user(profile=PROFILE, password=PASSWORD, actor=ADMINISTRATOR)
    (entry,) = entries()
    assert (entry.action, entry.target, entry.actor_id) == ("user:create", f"user:{user.id}", 1)
    assert entry.changes == {"role": "trainer", "regions": ["ML07", "ML08"]}


def test_commands_and_the_sample_mission_make_accounts() -> None:
    assert create_user(profile=PROFILE, password=PASSWORD, actor=SYSTEM).id


@pytest.mark.parametrize("actor", OTHERS)
def test_nobody_but_an_administrator_keeps_accounts(actor: Actor) -> None:
    user = UserFactory.create()
    with pytest.raises(NotAllowed, match="create"):
        create_user(profile=PROFILE, password=PASSWORD, actor=actor)
    with pytest.raises(NotAllowed, match="edit"):
        edit_user(user=user, profile=PROFILE, actor=actor)
    with pytest.raises(NotAllowed, match="disable"):
        set_active(user=user, active=False, actor=actor)
    with pytest.raises(NotAllowed, match="set_password"):
        set_password(user=user, password=PASSWORD, actor=actor)


def test_an_address_opens_one_account_however_it_is_typed() -> None:
    holder = UserFactory.create(email="awa@example.org")
    with pytest.raises(AddressTaken, match=rf"^user:{holder.id}$"):
        create_user(
            profile=replace(PROFILE, email="AWA@example.org"),
            password=PASSWORD,
            actor=ADMINISTRATOR,
        )


def test_an_account_is_changed_and_keeps_its_address() -> None:
    user = UserFactory.create(email="awa@example.org")
    edit_user(
        user=user, profile=replace(PROFILE, role=Role.UNIT_HEAD, locale="en"), actor=ADMINISTRATOR
    )
    assert (user.name, user.role, user.regions) == (
        "Awa Exemple",
        Role.UNIT_HEAD,
        ["ML07", "ML08"],
    )
    assert entries()[-1].changes == {"role": "unit_head", "regions": ["ML07", "ML08"]}


def test_a_change_of_words_is_traced_without_them() -> None:
    user = UserFactory.create(regions=["ML07", "ML08"])
    edit_user(user=user, profile=PROFILE, actor=ADMINISTRATOR)
    assert (entries()[-1].action, entries()[-1].changes) == ("user:edit", None)


def test_the_address_of_another_is_not_taken_over() -> None:
    UserFactory.create(email="awa@example.org")
    user = UserFactory.create(email="fanta@example.org")
    with pytest.raises(AddressTaken):
        edit_user(user=user, profile=PROFILE, actor=ADMINISTRATOR)
    assert user.email == "fanta@example.org"


def test_the_last_administrator_stays_one() -> None:
    last = administrator()
    UserFactory.create(role=Role.ADMINISTRATOR, active=False)
    with pytest.raises(LastAdministrator, match=rf"^user:{last.id}$"):
        set_active(user=last, active=False, actor=last.actor)
    with pytest.raises(LastAdministrator):
        edit_user(user=last, profile=PROFILE, actor=last.actor)
    assert (last.active, last.role) == (True, Role.ADMINISTRATOR)


def test_the_last_administrator_may_be_renamed() -> None:
    last = administrator()
    edit_user(user=last, profile=replace(PROFILE, role=Role.ADMINISTRATOR), actor=last.actor)
    assert last.name == "Awa Exemple"


def test_an_account_is_disabled_and_opened_again() -> None:
    user = UserFactory.create()
    administrator()
    set_active(user=user, active=False, actor=ADMINISTRATOR)
    assert not user.active
    set_active(user=user, active=True, actor=ADMINISTRATOR)
    assert user.active
    assert [it.action for it in entries()] == ["user:disable", "user:enable"]


def test_one_of_two_administrators_may_be_disabled() -> None:
    one, other = administrator(), administrator()
    set_active(user=one, active=False, actor=other.actor)
    assert not one.active


def test_an_administrator_gives_a_new_password() -> None:
    user = UserFactory.create()
    set_password(user=user, password=PASSWORD, actor=ADMINISTRATOR)
    assert passwords.matches(user.password_hash, PASSWORD)
    assert (entries()[-1].action, entries()[-1].changes) == ("user:set_password", None)


def test_without_a_commit_there_is_no_account() -> None:
    create_user(profile=PROFILE, password=PASSWORD, actor=SYSTEM)
    db.session.rollback()
    assert queries.by_email(PROFILE.email) is None


def test_two_administrators_cannot_disable_each_other_at_one_moment(app: Flask) -> None:
    one, other = administrator(), administrator()
    one_id, their = one.id, other.actor

    def second() -> None:
        with app.app_context():
            user = db.session.get_one(User, one_id)
            set_active(user=user, active=False, actor=their)

    set_active(user=other, active=False, actor=one.actor)
    with ThreadPoolExecutor() as pool:
        late: Future[None] = pool.submit(second)
        assert not wait([late], timeout=PATIENCE).done, "the second must wait for the first"
        db.session.commit()
    assert isinstance(late.exception(), LastAdministrator)
    assert [*queries.active_administrators()] == [one]


@pytest.mark.parametrize("edited", [False, True], ids=["create", "edit"])
def test_who_takes_an_address_at_the_same_moment_comes_second(app: Flask, edited: bool) -> None:
    user_id = UserFactory.create(email="fanta@example.org").id

    def second() -> str:
        with app.app_context():
            try:
                if edited:
                    user = db.session.get_one(User, user_id)
                    edit_user(user=user, profile=PROFILE, actor=ADMINISTRATOR)
                else:
                    create_user(profile=PROFILE, password=PASSWORD, actor=ADMINISTRATOR)
            except AddressTaken:
                return db.session.get_one(User, user_id).email  # the page can still be made
            return "taken twice"

    db.session.rollback()
    create_user(profile=PROFILE, password=PASSWORD, actor=SYSTEM)
    with ThreadPoolExecutor() as pool:
        late = pool.submit(second)
        assert not wait([late], timeout=PATIENCE).done, "the second must wait for the first"
        db.session.commit()
    assert late.result() == "fanta@example.org"
