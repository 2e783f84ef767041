from lms.demo.plan import codes
from lms.demo.plan.mission import plan
from lms.sessions import pass_codes
from lms.sessions.rules import short_codes


def test_the_codes_to_try_can_be_typed() -> None:
    assert pass_codes.read(codes.PASS_CODE) == codes.PASS_CODE
    assert short_codes.read(codes.SHORT_CODE) == codes.SHORT_CODE


def test_no_two_sessions_share_a_code_nor_take_one_of_today() -> None:
    given = [it.short_code for it in plan().training_sessions]
    assert len(set(given)) == len(given)
    assert not codes.RESERVED & set(given)


def test_pass_codes_differ_within_a_session() -> None:
    for it in plan().training_sessions:
        given = [seat.pass_code for seat in it.seats]
        assert len(set(given)) == len(given)
