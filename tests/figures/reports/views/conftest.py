import pytest
from flask.testing import FlaskClient

from lms.accounts.actors import Role
from tests.conftest import Browse


@pytest.fixture
def author(browse: Browse) -> FlaskClient:
    return browse(role=Role.UNIT_HEAD)


@pytest.fixture
def second(browse: Browse) -> FlaskClient:
    return browse(role=Role.UNIT_HEAD)
