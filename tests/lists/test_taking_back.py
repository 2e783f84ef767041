import pytest
from flask import Flask

from lms.lists import taking_back
from lms.lists.queries import Undoing
from lms.lists.values import Hold, HoldKind
from tests.factories.people import PersonFactory


def undoing(**changes: object) -> Undoing:
    empty: dict[str, object] = {
        "withdrawn": frozenset(),
        "kept": frozenset(),
        "marks": frozenset(),
        "changed": frozenset(),
        "persons": [],
        "merged": 0,
        "heads": {},
    }
    return Undoing(**(empty | changes))  # type: ignore[arg-type]  # as a test names them


def points(app: Flask, *, closed: bool = False, **changes: object) -> list[str]:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        return taking_back.points(undoing(**changes), closed=closed)


def test_each_thing_that_happens_is_said_with_its_number(app: Flask) -> None:
    persons = [PersonFactory.build(), PersonFactory.build()]
    said = points(
        app,
        withdrawn=frozenset({1, 2, 3}),
        kept=frozenset({4}),
        changed=frozenset({5}),
        persons=persons,
        merged=1,
        heads={7: 2, 8: 1},
    )
    assert [it.split()[0] for it in said] == ["3", "2", "1", "1", "1", "3", "Nothing", "The"]


def test_what_does_not_happen_is_not_said(app: Flask) -> None:
    assert points(app) == [
        "Nothing is deleted: the trail says who recorded the list and who took it back.",
        "The same file can be handed in again.",
    ]


def test_of_a_closed_session_the_totals_change(app: Flask) -> None:
    assert points(app, closed=True)[-1] == "The session is closed: the totals change with it."


@pytest.mark.parametrize("count", [1, 2])
def test_what_holds_a_list_leads_to_where_it_is_settled(app: Flask, count: int) -> None:
    found = [
        Hold(kind=HoldKind.CERTIFICATE, target=12, number="CP-2014-0007-3"),
        *[Hold(kind=HoldKind.ATTEMPT, target=it) for it in range(count)],
    ]
    with app.test_request_context(headers={"Accept-Language": "en"}):
        certificate, quizzes = taking_back.holds(found, 3)
    assert (certificate.label, certificate.href) == (
        "Certificate CP-2014-0007-3",
        "/certificates/12",
    )
    assert quizzes.label.startswith(f"{count} quiz")
    assert quizzes.href == "/sessions/3/quizzes"
