import inspect

from lms.errors import RuleBroken
from lms.quizzes import errors, labels
from lms.quizzes.rules import Fault

SAID_BESIDE_THE_FORM = {errors.BadChoices, errors.NotAChoice}
OWN = {
    it
    for _name, it in inspect.getmembers(errors, inspect.isclass)
    if it.__module__ == errors.__name__
}


def test_every_refusal_is_put_into_a_sentence_somewhere() -> None:
    assert set(labels.REFUSALS) | SAID_BESIDE_THE_FORM == OWN
    assert all(issubclass(it, RuleBroken) for it in OWN)


def test_bad_choices_carry_what_is_wrong_with_them() -> None:
    refused = errors.BadChoices(Fault.NONE_RIGHT)
    assert labels.FAULTS[refused.fault] is labels.FAULTS[Fault.NONE_RIGHT]
