import pytest
from flask import Flask

from lms.errors import RuleBroken
from lms.people.errors import KeptApart, MergeRefused, RecordGone, SamePerson
from lms.people.kinds import DoubtKind
from lms.web.register.queries.doubts import Wanted
from lms.web.register.views.base import asked, refusal


@pytest.mark.parametrize(
    ("raised", "words"),
    [
        (SamePerson("x"), "one person already"),
        (KeptApart("x"), "two persons"),
        (RecordGone("x"), "taken back or erased"),
        (MergeRefused([]), "helped to give a session"),
    ],
)
def test_each_refusal_has_a_sentence(app: Flask, raised: RuleBroken, words: str) -> None:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        assert words in refusal(raised)


def test_what_nobody_foresaw_is_raised(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(RuleBroken):
        refusal(RuleBroken("x"))


def test_a_batch_becomes_arguments_of_an_address() -> None:
    assert asked(Wanted(kind=DoubtKind.PHONE, list_id=7)) == {"kind": "phone", "list": 7}
