from lms.demo.plan.mission import plan


def test_a_session_knows_its_days_and_whether_it_was_tested() -> None:
    planned = plan().training_sessions
    course = next(it for it in planned if it.room.course == "FDS-2J")
    heads = next(it for it in planned if it.counts)
    assert (course.room.last_day - course.room.first_day).days == 1
    assert course.tested
    assert not heads.tested
