import pytest

from lms import clock
from lms.accounts.actors import SYSTEM, Role
from lms.accounts.models import User
from lms.accounts.services import sign_in
from lms.demo.accounts import ACCOUNTS, PASSWORD, add_accounts
from lms.extensions import db


@pytest.mark.usefixtures("database")
def test_each_account_opens_with_the_password_that_is_printed() -> None:
    ids = add_accounts(actor=SYSTEM)
    for it in ACCOUNTS:
        user = sign_in(email=it.email, password=PASSWORD, now=clock.now())
        assert user.id == ids[it.key]
        assert user.role is it.role


@pytest.mark.usefixtures("database")
def test_trainers_have_regions_and_addresses_belong_to_nobody() -> None:
    add_accounts(actor=SYSTEM)
    users = db.session.scalars(db.select(User)).all()
    assert all(it.email.endswith("@example.org") for it in users)
    assert all(it.regions for it in users if it.role is Role.TRAINER)
