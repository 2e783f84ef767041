import pytest
from werkzeug.datastructures import MultiDict
from wtforms import Form

from lms.lib.whole_numbers import WholeNumberField

SENTENCE = "Write a whole number from 1 to 9."


class Asked(Form):
    needed = WholeNumberField("Needed", 1, 9, SENTENCE)
    spare = WholeNumberField("Spare", 1, 9, SENTENCE, optional=True)


@pytest.mark.parametrize("typed", ["", "abc", "2.5", "0", "10"])
def test_whatever_else_is_typed_is_told_by_one_sentence(typed: str) -> None:
    form = Asked(MultiDict({"needed": typed, "spare": typed}))
    assert not form.validate()
    assert form.needed.errors == [SENTENCE]
    assert list(form.spare.errors) == ([SENTENCE] if typed else [])


def test_a_number_in_range_is_taken_and_one_may_be_left_out() -> None:
    form = Asked(MultiDict({"needed": "9", "spare": ""}))
    assert form.validate()
    assert (form.needed.data, form.spare.data) == (9, None)
