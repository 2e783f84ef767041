import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from lms.people.kinds import DoubtKind
from lms.sessions.kinds import MarkState
from lms.web.register.forms import (
    BatchForm,
    Choice,
    DecisionForm,
    OtherForm,
    settled,
    verdicts,
    wanted,
)
from lms.web.register.queries.doubts import Wanted


@pytest.mark.parametrize(
    ("query", "batch"),
    [
        ({"kind": "phone", "list": "7"}, Wanted(kind=DoubtKind.PHONE, list_id=7)),
        ({}, Wanted()),
        ({"kind": "nonsense", "list": "x"}, Wanted()),
        ({"list": "0"}, Wanted()),
    ],
)
def test_an_address_asks_for_a_batch(query: dict[str, str], batch: Wanted) -> None:
    assert wanted(MultiDict(query)) == batch


def test_what_holds_is_read_by_slot() -> None:
    sent = {"settled-4": "present", "settled-5": "absent", "settled-x": "late"}
    assert settled(sent) == {4: MarkState.PRESENT, 5: MarkState.ABSENT}


def test_a_mark_that_says_nothing_settles_nothing() -> None:
    assert settled({"settled-4": "blank", "settled-5": "nonsense"}) == {}


def test_what_is_left_for_later_is_no_verdict() -> None:
    sent = {"verdict-1": "same", "verdict-2": "later", "verdict-3": "different", "other": "same"}
    assert verdicts(sent) == {1: Choice.SAME, 3: Choice.DIFFERENT}


def test_a_decision_is_one_of_three(app: Flask) -> None:
    with app.test_request_context(method="POST", data={"verdict": "perhaps"}):
        assert not DecisionForm().validate_on_submit()
    with app.test_request_context(method="POST", data={"verdict": "later"}):
        form = DecisionForm()
        assert form.validate_on_submit()
        assert form.choice is Choice.LATER


def test_the_other_record_is_looked_for_by_words(app: Flask) -> None:
    with app.test_request_context(method="POST", data={"words": ""}):
        assert not OtherForm().validate_on_submit()
    with app.test_request_context(method="POST", data={"words": "Exemple"}):
        assert OtherForm().validate_on_submit()


def test_every_list_may_be_chosen(app: Flask) -> None:
    with app.test_request_context():
        form = BatchForm(MultiDict())
        form.offer([])
        assert [value for value, *_rest in form.list.iter_choices()] == [0]
