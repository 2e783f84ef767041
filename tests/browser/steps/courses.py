"""Drafting a course in both languages with its quiz, and publishing it."""

from dataclasses import dataclass

from tests.browser.visitor import Pair, Visitor


@dataclass(frozen=True)
class WrittenModule:
    """One module; its text is Markdown."""

    title: Pair
    minutes: int
    text: Pair


@dataclass(frozen=True)
class WrittenQuestion:
    """One question, and which of its choices are right, counted from 0."""

    text: Pair
    choices: tuple[Pair, ...]
    right: tuple[int, ...]


@dataclass(frozen=True)
class WrittenCourse:
    """A course as it is typed in."""

    code: str
    title: Pair
    first_day: str
    modules: tuple[WrittenModule, ...]
    questions: tuple[WrittenQuestion, ...]


def draft(trainer: Visitor, course: WrittenCourse) -> None:
    """Write a course with its modules and its quiz; nobody can give it yet."""
    trainer.open("/")
    trainer.press("Courses")
    trainer.press("Draft a course")
    trainer.fill({"Code": course.code, "Offered from": course.first_day})
    _write_pair(trainer, "Title", course.title)
    trainer.press("Save the draft")
    trainer.reads("The course is begun. Write its modules now.")
    for module in course.modules:
        trainer.press("Add a module")
        _write_pair(trainer, "Title", module.title)
        trainer.fill({"Length in minutes": str(module.minutes)})
        _write_pair(trainer, "Text", module.text)
        trainer.press("Save")
    trainer.press("Write the quiz")
    for question in course.questions:
        trainer.press("Add a question")
        _write_question(trainer, question)


def publish(head: Visitor, course: WrittenCourse) -> None:
    """Read a draft and publish it."""
    head.open("/")
    head.press("Courses")
    head.press_words(head.words.said(course.title))
    head.press("Publish")
    head.press("Publish version %(number)s", number=1)
    head.reads("Version %(number)s is published.", number=1)


def _write_pair(trainer: Visitor, label: str, pair: Pair) -> None:
    trainer.fill({f"{label} in French": pair[0], f"{label} in English": pair[1]})


def _write_question(trainer: Visitor, question: WrittenQuestion) -> None:
    _write_pair(trainer, "Question", question.text)
    many = len(question.right) > 1
    trainer.tick("Several right answers" if many else "One right answer")
    for number, (french, english) in enumerate(question.choices):
        row = trainer.page.get_by_role(
            "group", name=trainer.words("Choice %(number)s", number=number + 1), exact=True
        )
        trainer.fill({"In French": french, "In English": english}, row)
        if number in question.right:
            trainer.tick("Right", row)
    trainer.press("Save the question")
    trainer.reads("The question is saved.")
