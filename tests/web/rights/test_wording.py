from datetime import date

import pytest
from flask import Flask

from lms.accounts.actors import Role
from lms.people.kinds import BirthPrecision
from lms.web.rights import queries
from lms.web.rights.wording import lines
from tests.factories.accounts import UserFactory
from tests.factories.people import PersonFactory


@pytest.mark.parametrize(
    ("precision", "said"), [(BirthPrecision.DAY, "6 May 1984"), (BirthPrecision.YEAR, "1984")]
)
def test_of_a_birth_no_more_is_said_than_is_known(
    app: Flask, precision: BirthPrecision, said: str
) -> None:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        person = PersonFactory.create(birth_date=date(1984, 5, 6), birth_precision=precision)
        head = UserFactory.create(role=Role.UNIT_HEAD).actor
        kept = queries.kept(person.id, today=date(2014, 3, 20), actor=head)
        found = dict(lines(kept))
    assert found["Birth"] == said
    assert "Phone" not in found
