import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("path", ["/quiz", "/quiz/1/1", "/quiz/1/review", "/quiz/1/result"])
def test_a_phone_handed_on_keeps_no_page_of_the_quiz(phone: FlaskClient, path: str) -> None:
    phone.post("/quiz/start")
    if path.endswith("result"):
        phone.post("/quiz/1/hand-in")
    assert phone.get(path).headers["Cache-Control"] == "no-store"
