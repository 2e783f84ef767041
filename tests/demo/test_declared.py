import pytest

from lms.accounts.actors import SYSTEM
from lms.demo.declared import declare
from lms.figures.targets import queries
from lms.figures.targets.values import Kind
from lms.people import reference as categories
from lms.sessions import reference as places
from tests.figures.targets.given import NOW

pytestmark = pytest.mark.usefixtures("database")


def test_the_sample_files_are_brought_in_and_marked_as_samples() -> None:
    categories.load()
    places.load()
    declare(now=NOW, actor=SYSTEM)
    for kind in Kind:
        entries = queries.standing(kind)
        assert len(entries) >= 5
        assert all("sample" in it.source and "exemple" in it.source for it in entries)
    assert any(it.count is None for it in queries.standing(Kind.STRENGTHS))
