import pytest

from lms.errors import LmsError, NotAllowed, NotFound, RuleBroken, StaleEdit, TooManyGuesses


@pytest.mark.parametrize("kind", [NotAllowed, NotFound, RuleBroken])
def test_each_kind_is_expected(kind: type[Exception]) -> None:
    assert issubclass(kind, LmsError)


@pytest.mark.parametrize("kind", [StaleEdit, TooManyGuesses])
def test_what_a_form_can_explain_is_a_broken_rule(kind: type[Exception]) -> None:
    assert issubclass(kind, RuleBroken)


def test_too_many_guesses_carry_the_minutes_to_wait() -> None:
    error = TooManyGuesses(7)
    assert (error.minutes, str(error)) == (7, "7")
