from datetime import timedelta

import pytest

from lms import clock
from tests.factories.accounts import ApiTokenFactory

pytestmark = pytest.mark.usefixtures("database")


def test_a_token_opens_until_it_expires() -> None:
    token = ApiTokenFactory.create()
    assert token.opens(token.expires_at - timedelta(seconds=1))
    assert not token.opens(token.expires_at)


def test_a_revoked_one_opens_nothing() -> None:
    token = ApiTokenFactory.create(revoked_at=clock.now())
    assert not token.opens(clock.now())


def test_that_of_a_disabled_account_opens_nothing() -> None:
    token = ApiTokenFactory.create(user__active=False)
    assert not token.opens(clock.now())
