"""What quizzes do when a course version or a training session moves on."""

from datetime import datetime

from flask_babel import ngettext

from lms import signals
from lms.accounts.actors import Actor
from lms.courses import parity
from lms.courses.models import CourseVersion
from lms.courses.parity import Gap, Part, Text
from lms.quizzes import queries
from lms.quizzes.models import Question
from lms.quizzes.services import attempts, authoring
from lms.sessions.closing import Hint
from lms.sessions.models import TrainingSession


def missing(course_version: CourseVersion) -> list[Gap]:
    """Name what the quizzes of a version lack; a quiz without a question is no quiz yet."""
    found: list[Gap] = []
    for quiz in queries.quizzes(course_version.id):
        texts = [Text(part=Part.QUIZ_TITLE, fr=quiz.title_fr, en=quiz.title_en)]
        for number, slot in enumerate(quiz.slots, start=1):
            texts += _texts(slot.question, number)
        found += parity.gaps(texts)
        if not quiz.slots:
            found.append(Gap(part=Part.QUESTIONS))
    return found


def copy_quizzes(course_version: CourseVersion, origin: CourseVersion, actor: Actor) -> None:
    """Give a revised version its own copy of the quizzes."""
    authoring.copy_quizzes(origin=origin, draft=course_version, actor=actor)


def tell_open_attempts(training_session: TrainingSession) -> list[Hint]:
    """Tell, before a session closes, how many attempts would be handed in as they stand."""
    still_open = len(queries.open_attempts(training_session.id))
    if not still_open:
        return []
    told = ngettext(
        "%(num)s quiz is still open; closing hands it in as it stands.",
        "%(num)s quizzes are still open; closing hands them in as they stand.",
        still_open,
    )
    return [Hint(told, endpoint="quizzes.of_session")]


def end_attempts(training_session: TrainingSession, actor: Actor, now: datetime) -> None:
    """Hand in what is still open when a session closes, so that no answer given is lost."""
    attempts.hand_in_open(training_session_id=training_session.id, now=now, actor=actor)


def _texts(question: Question, number: int) -> list[Text]:
    return [
        Text(part=Part.QUESTION, fr=question.text_fr, en=question.text_en, number=number),
        *(
            Text(part=Part.CHOICE, fr=choice.text_fr, en=choice.text_en, number=number)
            for choice in question.choices
        ),
        Text(
            part=Part.FEEDBACK,
            fr=question.feedback_fr,
            en=question.feedback_en,
            number=number,
            required=False,
        ),
    ]


def connect() -> None:
    """Let quizzes hear of courses and sessions."""
    signals.course_version_publishing_asked.connect(missing)
    signals.course_version_revised.connect(copy_quizzes)
    signals.training_session_closing_asked.connect(tell_open_attempts)
    signals.training_session_ending.connect(end_attempts)
