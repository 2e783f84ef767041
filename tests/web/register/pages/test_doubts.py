from collections.abc import Iterator

import pytest
from flask import Flask

from lms.people.kinds import DoubtKind, Verdict
from lms.people.queries.protection import guard
from lms.web.register.pages import doubts as pages
from lms.web.register.queries import doubts as queries
from lms.web.register.queries.doubts import Doubt, Wanted
from tests.factories.lists import ImportedListFactory, ImportedRowFactory
from tests.factories.people import PersonFactory, SuggestionFactory
from tests.factories.sessions import ParticipationFactory
from tests.web.register.given import CHILD, HEAD, TODAY


@pytest.fixture(autouse=True)
def _english(app: Flask) -> Iterator[None]:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        yield


def test_batches_stand_with_their_counts_and_the_shown_one_is_marked() -> None:
    SuggestionFactory.create_batch(2, kind=DoubtKind.PHONE)
    SuggestionFactory.create(kind=DoubtKind.SPELLING)
    wanted = Wanted(kind=DoubtKind.PHONE)
    found = queries.queue(wanted=wanted, page=1, today=TODAY, actor=HEAD)
    batches = pages.batches(found, wanted)
    assert [(it.label, it.current) for it in batches] == [
        ("All doubts (3)", False),
        ("Spelling (1)", False),
        ("Phone (2)", True),
    ]
    assert batches[2].href == "/matches/?kind=phone"


def test_a_doubt_says_which_row_of_which_list_it_came_with() -> None:
    made = SuggestionFactory.create(person__surname="Keïta")
    participation = ParticipationFactory.create(
        person=made.person, training_session__place__name_en="Gao"
    )
    imported_list = ImportedListFactory.create(
        filename="gao.csv", state="applied", training_session=participation.training_session
    )
    ImportedRowFactory.create(
        imported_list=imported_list, participation_id=participation.id, number=23
    )
    doubt = queries.get(made.id, today=TODAY, actor=HEAD)
    line = pages.doubt_lines([doubt], guard(TODAY))[0]
    assert line.one == "KEÏTA Awa"
    assert line.one_note == "Row 23 of gao.csv, Gao, 12 March 2014"
    page = pages.doubt_page(doubt, guard(TODAY), attended=([], []), others=[])
    assert page.one.heading == "On the list, row 23"
    assert page.other.heading == f"In the register, P-{made.candidate_id:06d}"
    assert pages.list_label(imported_list).startswith("gao.csv · EX-")


def test_one_protected_record_hides_both_names() -> None:
    made = SuggestionFactory.create(
        person__surname="Keïta",
        person__rank="Élève",
        candidate=PersonFactory.create(birth_date=CHILD, surname="Keita", unit="École"),
    )
    line = pages.line(made, None, guard(TODAY))
    assert line.protected
    assert (line.one, line.other) == (f"E-{made.person_id:04d}", f"E-{made.candidate_id:04d}")
    assert "Élève" not in line.one_note
    assert "École" not in line.other_note


def test_a_decided_doubt_says_its_verdict() -> None:
    made = SuggestionFactory.create(verdict=Verdict.DIFFERENT)
    page = pages.doubt_page(Doubt(made, None), guard(TODAY), attended=([], []), others=[])
    assert (page.open, page.verdict) == (False, "Two persons")
