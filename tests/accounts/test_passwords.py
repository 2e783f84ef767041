import pytest

from lms.accounts import passwords

pytestmark = pytest.mark.usefixtures("database")


def test_a_password_matches_what_was_stored_of_it_and_nothing_else() -> None:
    stored = passwords.hashed("exemple-2015")
    assert passwords.matches(stored, "exemple-2015")
    assert not passwords.matches(stored, "Exemple-2015")
    assert not passwords.matches(stored, "")


def test_two_accounts_with_one_password_do_not_look_alike() -> None:
    assert passwords.hashed("exemple-2015") != passwords.hashed("exemple-2015")


def test_what_is_stored_tells_what_it_cost_as_the_settings_say() -> None:
    assert passwords.hashed("exemple-2015").startswith("$argon2id$v=19$m=8,t=1,p=1$")


@pytest.mark.parametrize("stored", ["!", "", "$argon2id$v=19$cut"])
def test_what_is_no_hash_opens_nothing(stored: str) -> None:
    assert not passwords.matches(stored, stored)


def test_a_password_of_another_script_is_a_password() -> None:
    stored = passwords.hashed("ߒߞߏ été ߒߞߏ été")
    assert passwords.matches(stored, "ߒߞߏ été ߒߞߏ été")
