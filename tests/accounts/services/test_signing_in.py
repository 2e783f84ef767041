from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from lms.accounts import passwords
from lms.accounts.errors import WrongPassword
from lms.accounts.models import AuditEntry, User, WrongGuess
from lms.accounts.services import sign_in
from lms.errors import TooManyGuesses
from lms.extensions import db
from tests.factories.accounts import UserFactory

EMAIL, PASSWORD, WRONG = "awa@example.org", "some words in a row", "other words"
NOON = datetime(2014, 3, 12, 12, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def user(database: None) -> User:
    del database
    it: User = UserFactory.create(email=EMAIL, password_hash=passwords.hashed(PASSWORD))
    return it


def guess(times: int, email: str = EMAIL) -> None:
    for _ in range(times):
        with pytest.raises(WrongPassword):
            sign_in(email=email, password=WRONG, now=NOON)


@pytest.mark.parametrize("typed", [EMAIL, " AWA@Example.org"])
def test_address_and_password_open_their_account(user: User, typed: str) -> None:
    assert sign_in(email=typed, password=PASSWORD, now=NOON) is user


def test_coming_in_is_traced(user: User) -> None:
    sign_in(email=EMAIL, password=PASSWORD, now=NOON)
    entry = db.session.scalars(select(AuditEntry)).one()
    assert (entry.action, entry.target) == ("user:sign_in", f"user:{user.id}")
    assert entry.actor_id == user.id


def test_coming_in_is_logged_by_number_alone(
    user: User, capsys: pytest.CaptureFixture[str]
) -> None:
    sign_in(email=EMAIL, password=PASSWORD, now=NOON)
    logged = capsys.readouterr().err
    assert f'"id": {user.id}' in logged
    assert EMAIL not in logged


@pytest.mark.usefixtures("user")
@pytest.mark.parametrize("email", [EMAIL, "nobody@example.org"])
def test_a_wrong_pair_is_counted_whether_or_not_the_account_is_there(email: str) -> None:
    guess(1, email)
    assert len(db.session.scalars(select(WrongGuess)).all()) == 1
    assert db.session.scalars(select(AuditEntry)).all() == []


def test_a_disabled_account_opens_to_nobody(user: User) -> None:
    user.active = False
    with pytest.raises(WrongPassword):
        sign_in(email=EMAIL, password=PASSWORD, now=NOON)


@pytest.mark.usefixtures("user")
def test_after_ten_wrong_passwords_the_right_one_has_to_wait() -> None:
    guess(10)
    with pytest.raises(TooManyGuesses) as caught:
        sign_in(email=EMAIL, password=PASSWORD, now=NOON + timedelta(minutes=3))
    assert caught.value.minutes == 12


def test_after_a_quarter_of_an_hour_the_right_password_opens_again(user: User) -> None:
    guess(10)
    assert sign_in(email=EMAIL, password=PASSWORD, now=NOON + timedelta(minutes=15)) is user


@pytest.mark.usefixtures("user")
def test_who_came_in_has_ten_guesses_again() -> None:
    guess(9)
    sign_in(email=EMAIL, password=PASSWORD, now=NOON)
    guess(10)


def test_many_guesses_at_one_account_keep_nobody_else_out(user: User) -> None:
    guess(10, "fanta@example.org")
    assert sign_in(email=EMAIL, password=PASSWORD, now=NOON) is user


@pytest.mark.usefixtures("user")
@pytest.mark.parametrize("email", [EMAIL, "nobody@example.org"])
def test_an_unknown_address_costs_as_much_to_refuse_as_a_known_one(
    monkeypatch: pytest.MonkeyPatch, email: str
) -> None:
    costs: list[int] = []

    def noting(*, time_cost: int, memory_cost: int, parallelism: int) -> PasswordHasher:
        costs.append(time_cost * memory_cost * parallelism)
        return PasswordHasher(time_cost, memory_cost, parallelism)

    monkeypatch.setattr(passwords, "PasswordHasher", noting)
    guess(1, email)
    assert costs == [8]
