from lms.demo.plan.mission import plan
from lms.sessions.kinds import ParticipationRole


def test_each_session_with_a_list_has_a_trainer_in_it() -> None:
    for it in plan().training_sessions:
        roles = [seat.role for seat in it.seats]
        assert roles.count(ParticipationRole.TRAINER) == bool(it.seats)


def test_an_interpreter_comes_where_a_language_asks_for_one() -> None:
    interpreted = {
        "ses" in it.room.languages
        for it in plan().training_sessions
        if any(seat.role is ParticipationRole.INTERPRETER for seat in it.seats)
    }
    assert True in interpreted
    assert not any(
        seat.role is ParticipationRole.INTERPRETER
        for it in plan().training_sessions
        if it.room.languages == ("fr", "en")
        for seat in it.seats
    )
