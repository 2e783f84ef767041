"""Who the rows of a list are, with what the session knows."""

import pytest

from lms.accounts.actors import SYSTEM
from lms.lists import queries
from lms.lists.outcomes import Decision, Remark
from lms.lists.queries.identities import row_of
from lms.lists.reading.person import ReadRow
from lms.people import queries as people
from lms.people.kinds import Sex
from lms.sessions import services as sessions
from tests.lists.given import csv, registered, session_of, uploaded

pytestmark = pytest.mark.usefixtures("database")
AWA = "Maïga;Awa;F;;1984;P"


def test_a_row_is_compared_by_folded_names_and_numbers() -> None:
    row = ReadRow(
        number=3,
        surname="Kulibali",
        given_names="Awa",
        sex=Sex.FEMALE,
        category="malian-army",
        marks=(),
        service_number="044/6386",
        rank="Sgt",
    )
    training_session = session_of()
    terms = queries.terms(training_session, people.category("malian-forces"))
    found = row_of(row, terms)
    assert (found.number, found.name) == (3, "culibali|aua")
    assert (found.traits.number, found.traits.rank, found.traits.kind) == (
        "446386",
        4,
        "malian-forces",
    )


def test_whoever_is_in_the_session_is_likelier_than_anybody_else() -> None:
    training_session = session_of(slots=1)
    for _ in range(3):
        registered("Maïga", "Awa")
    here = registered("Maïga", "Awa")
    sessions.enrol(training_session=training_session, person=here, actor=SYSTEM)
    (outcome,) = queries.preview(uploaded(training_session, csv(AWA))).outcomes
    assert (outcome.decision, outcome.remarks) == (Decision.MAYBE, (Remark.NAMESAKE,))
    assert outcome.candidates[0].person_id == here.id
