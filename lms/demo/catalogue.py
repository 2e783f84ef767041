"""Writes the sample courses into the catalogue, version by version, as a unit would."""

from datetime import datetime

from lms.accounts.actors import Actor
from lms.courses.models import CourseVersion
from lms.courses.services import (
    add_programme,
    draft_course,
    publish,
    revise_version,
    save_module,
)
from lms.courses.values import Terms, VersionText
from lms.demo import library
from lms.demo.library import SampleCourse, SampleVersion
from lms.people import queries as people
from lms.quizzes import queries as quizzes
from lms.quizzes.services.authoring import save_question, save_quiz
from lms.quizzes.values import QuizText

QUIZ = QuizText(title_fr="Test final", title_en="Final test")


def add_courses(*, now: datetime, actor: Actor) -> None:
    """Draft, fill and publish every sample course with all its versions."""
    programme_ids = {
        row["code"]: add_programme(**row, actor=actor).id for row in library.programmes()
    }
    for course in library.courses():
        _add(course, programme_ids[course.programme], now=now, actor=actor)


def _add(course: SampleCourse, programme_id: int, *, now: datetime, actor: Actor) -> None:
    terms = Terms(
        code=course.code,
        kind=course.kind,
        programme_id=programme_id,
        audience_id=people.category(course.audience).id,
        pass_mark=course.pass_mark,
        certificate=course.certificate,
    )
    first, *later = course.versions
    draft = draft_course(terms=terms, text=_text(course, first), actor=actor)
    for module in first.modules:
        save_module(course_version=draft, text=module, actor=actor)
    if first.questions:
        save_quiz(course_version=draft, text=QUIZ, actor=actor)
    for question in first.questions:
        save_question(course_version=draft, text=question, actor=actor)
    published = publish(course_version=draft, now=now, actor=actor)
    before = first
    for version in later:
        draft = revise_version(
            course_version=published, effective_from=version.effective_from, actor=actor
        )
        _change(draft, before, version, actor)
        published = publish(course_version=draft, now=now, actor=actor)
        before = version


def _text(course: SampleCourse, version: SampleVersion) -> VersionText:
    return VersionText(
        title_fr=course.title_fr,
        title_en=course.title_en,
        summary_fr=course.summary_fr,
        summary_en=course.summary_en,
        effective_from=version.effective_from,
    )


def _change(
    draft: CourseVersion, before: SampleVersion, version: SampleVersion, actor: Actor
) -> None:
    """Write what is new in a version over the copy of the one before it."""
    for module, old, text in zip(draft.modules, before.modules, version.modules, strict=True):
        if text != old:
            save_module(
                course_version=draft,
                text=text,
                module_id=module.id,
                revision=module.revision,
                actor=actor,
            )
    quiz = quizzes.final_quiz(draft.id)
    slots = quiz.slots if quiz else []
    for slot, asked, question in zip(slots, before.questions, version.questions, strict=True):
        if question != asked:
            save_question(
                course_version=draft,
                text=question,
                question_id=slot.question_id,
                revision=slot.question.revision,
                actor=actor,
            )
