import pytest

from lms.files import queries
from tests.factories.files import StoredFileFactory

pytestmark = pytest.mark.usefixtures("database")


def test_a_file_is_found_by_its_digest() -> None:
    stored, _other = StoredFileFactory.create_batch(2)
    assert queries.locked(stored.digest) is stored
    assert queries.locked("0" * 64) is None
