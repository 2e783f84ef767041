import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from structlog.contextvars import bound_contextvars

from lms import logs
from lms.logs import REFUSED

log = structlog.get_logger(__name__)


@pytest.fixture(autouse=True)
def configured() -> Iterator[None]:
    structlog.contextvars.clear_contextvars()  # of a request that another test made
    logs.configure()
    yield
    logs.configure()


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    """Return what was logged; nothing may have gone to standard output."""
    said = capsys.readouterr()
    assert not said.out
    return [json.loads(line) for line in said.err.splitlines()]


def test_a_line_is_an_event_and_its_keys(capsys: pytest.CaptureFixture[str]) -> None:
    log.info("training_session.scheduled", id=7, actor_kind="user")
    (line,) = lines(capsys)
    assert line.pop("timestamp")
    assert line == {
        "event": "training_session.scheduled",
        "id": 7,
        "actor_kind": "user",
        "level": "info",
    }


@pytest.mark.parametrize(
    "key", ["email", "name", "display_name", "phone", "birth_year", "pass_code", "new_password"]
)
def test_personal_data_is_refused_and_the_line_stays(
    capsys: pytest.CaptureFixture[str], key: str
) -> None:
    log.info("person.added", id=7, **{key: "Awa"})
    (line,) = lines(capsys)
    assert (line["id"], line[key]) == (7, REFUSED)


def test_a_status_is_no_code_that_opens_something(capsys: pytest.CaptureFixture[str]) -> None:
    log.info("answered", status_code=404)
    assert lines(capsys)[0]["status_code"] == 404


def test_personal_data_bound_earlier_is_refused_too(capsys: pytest.CaptureFixture[str]) -> None:
    with bound_contextvars(request_id="1", email="awa@example.org"):
        log.info("answered")
    (line,) = lines(capsys)
    assert (line["request_id"], line["email"]) == ("1", REFUSED)


@pytest.mark.parametrize(
    ("level", "told"), [(logging.INFO, ["info", "warning"]), (logging.WARNING, ["warning"])]
)
def test_what_is_below_the_level_is_not_told(
    capsys: pytest.CaptureFixture[str], level: int, told: list[str]
) -> None:
    logs.configure(level)
    log.info("answered")
    log.warning("database.busy")
    assert [it["level"] for it in lines(capsys)] == told


def test_an_exception_says_where_it_came_from_and_not_what_it_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed = str.title("awa")  # a line of the source is shown as it stands there
    try:
        try:
            int(typed)
        except ValueError as error:
            raise KeyError(typed) from error
    except KeyError as error:
        log.error("request.broken", exc_info=error)  # noqa: TRY400 - as the edge does it
    (line,) = lines(capsys)
    said = str(line["exception"])
    assert "test_logs.py" in said
    assert said.index("KeyError") < said.index("ValueError")
    assert typed not in said
