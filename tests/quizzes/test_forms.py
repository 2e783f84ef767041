from datetime import date

from flask import Flask

from lms.quizzes.forms import QuestionForm, QuizForm
from lms.quizzes.kinds import QuestionType
from lms.quizzes.values import ChoiceText, QuestionText, QuizText

TYPED = {
    "type": "multiple",
    "text_fr": " Qui ? ",
    "text_en": "Who?",
    "choices-0-text_fr": "Un",
    "choices-0-correct": "y",
    "choices-1-text_fr": " ",
    "choices-2-text_en": "Two",
    "effective_from": "2015-06-18",
    "revision": "3",
}


def test_empty_rows_are_no_choices(app: Flask) -> None:
    with app.test_request_context("/", method="POST", data=TYPED):
        form = QuestionForm()
        assert form.validate(), form.errors
        assert form.read_at == 3
        assert form.text == QuestionText(
            type=QuestionType.MULTIPLE,
            text_fr="Qui ?",
            text_en="Who?",
            choices=(
                ChoiceText(text_fr="Un", text_en="", correct=True),
                ChoiceText(text_fr="", text_en="Two"),
            ),
            effective_from=date(2015, 6, 18),
        )


def test_a_question_needs_a_language(app: Flask) -> None:
    with app.test_request_context("/", method="POST", data=TYPED | {"text_fr": "", "text_en": ""}):
        form = QuestionForm()
        assert not form.validate()
        assert list(form.errors) == ["text_fr"]


def test_a_quiz_hands_over_its_settings(app: Flask) -> None:
    typed = {"title_fr": "Test", "title_en": "Test", "attempts_allowed": "2"}
    with app.test_request_context("/", method="POST", data=typed):
        form = QuizForm()
        assert form.validate(), form.errors
        assert form.text == QuizText(title_fr="Test", title_en="Test", attempts_allowed=2)
