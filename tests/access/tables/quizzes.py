"""Writing quizzes, and taking them: no administrator reads an answer."""

from tests.access.row import Row

QUESTION = {"text_fr": "Une autre question", "text_en": "Another question"}
CHOICES = {
    "choices-0-text_fr": "Oui",
    "choices-0-text_en": "Yes",
    "choices-0-correct": "y",
    "choices-1-text_fr": "Non",
    "choices-1-text_en": "No",
}
CHOICE = {"choice": "{choice}"}

# Columns: stranger, holder of a pass code, account of a participant, trainer who gives the
# sessions, another trainer, unit head, administrator.
WRITING = (
    Row("quizzes.author", "GET", "/courses/versions/{draft}/quiz", "in in 403 200 200 200 403"),
    Row("quizzes.author", "GET", "/courses/versions/{version}/quiz", "in in 403 200 200 200 403"),
    Row(
        "quizzes.edit_quiz",
        "GET",
        "/courses/versions/{draft}/quiz/title",
        "in in 403 200 200 200 403",
    ),
    Row(
        "quizzes.edit_quiz",
        "POST",
        "/courses/versions/{draft}/quiz/title",
        "in in 403 302 302 302 403",
        data={"attempts_allowed": "3"},
    ),
    Row(
        "quizzes.add_question",
        "GET",
        "/courses/versions/{draft}/quiz/questions",
        "in in 403 200 200 200 403",
    ),
    Row(
        "quizzes.add_question",
        "POST",
        "/courses/versions/{draft}/quiz/questions",
        "in in 403 302 302 302 403",
        data=QUESTION | CHOICES,
    ),
    Row("quizzes.edit_question", "GET", "/questions/{question}", "in in 403 200 200 200 403"),
    Row(
        "quizzes.edit_question",
        "POST",
        "/questions/{question}",
        "in in 403 302 302 302 403",
        data=QUESTION,
    ),
    Row(
        "quizzes.move_question",
        "POST",
        "/questions/{question}/move",
        "in in 403 302 302 302 403",
        data={"direction": "down"},
    ),
    Row(
        "quizzes.remove_question",
        "GET",
        "/questions/{question}/remove",
        "in in 403 200 200 200 403",
    ),
    Row(
        "quizzes.remove_question",
        "POST",
        "/questions/{question}/remove",
        "in in 403 302 302 302 403",
    ),
)

# An attempt of one’s own, one of somebody else, and one that the trainer writes down.
TAKING = (
    Row("quizzes.begin", "GET", "/quiz", "in 302 403 403 403 403 403"),
    Row("quizzes.begin", "GET", "/quiz", "in 200 403 403 403 403 403", holds="newcomer"),
    Row("quizzes.start", "POST", "/quiz/start", "in 302 403 403 403 403 403", holds="newcomer"),
    Row("quizzes.question", "GET", "/quiz/{attempt}/1", "in 200 403 403 403 403 403"),
    Row("quizzes.question", "GET", "/quiz/{spoken}/1", "in 404 403 200 403 200 403"),
    Row("quizzes.answer", "POST", "/quiz/{attempt}/1", "in 302 403 403 403 403 403", CHOICE),
    Row("quizzes.answer", "POST", "/quiz/{spoken}/1", "in 404 403 302 403 302 403", CHOICE),
    Row("quizzes.review", "GET", "/quiz/{attempt}/review", "in 200 403 403 403 403 403"),
    Row("quizzes.review", "GET", "/quiz/{spoken}/review", "in 404 403 200 403 200 403"),
    Row("quizzes.hand_in", "POST", "/quiz/{attempt}/hand-in", "in 302 403 403 403 403 403"),
    Row("quizzes.hand_in", "POST", "/quiz/{spoken}/hand-in", "in 404 403 302 403 302 403"),
    Row("quizzes.result", "GET", "/quiz/{result}/result", "in 200 403 403 403 403 403"),
    Row("quizzes.result", "GET", "/quiz/{others_result}/result", "in 404 403 403 403 403 403"),
    Row("quizzes.of_session", "GET", "/sessions/{session}/quizzes", "in in 403 200 403 200 403"),
    Row(
        "quizzes.enter_orally",
        "POST",
        "/sessions/{session}/quizzes/{newcomer}/oral",
        "in in 403 302 403 302 403",
    ),
    Row(
        "quizzes.enter_orally",
        "POST",
        "/sessions/{closed}/quizzes/{newcomer}/oral",
        "in in 403 404 404 404 404",
    ),
)

TABLE = (*WRITING, *TAKING)
