import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from lms import clock
from lms.accounts.actors import Role
from lms.accounts.models import AccessLog, User
from lms.extensions import db
from lms.jobs import outputs, tasks
from lms.jobs.kinds import JobState
from lms.jobs.models import Job
from lms.jobs.rules import MOST_UNFINISHED, SILENCE
from tests.conftest import Browse
from tests.figures.given import MARCH, record
from tests.pages import one, read
from tests.statements import counted

TYPED = {"content": "totals-csv", "audience": "inside"}


@pytest.fixture
def head(browse: Browse) -> FlaskClient:
    return browse(role=Role.UNIT_HEAD)


def ask(client: FlaskClient, **typed: str) -> int:
    """Ask for a file and return the status."""
    return client.post(f"/exports/new?{MARCH}", data=TYPED | typed).status_code


def work(app: Flask) -> None:
    """Do what waits, as a worker does."""
    with app.app_context():
        waiting = [*db.session.scalars(select(Job.id).where(Job.state == JobState.WAITING))]
        for job_id in waiting:
            tasks.perform(job_id)


def test_a_file_is_asked_for_found_again_and_taken_along(app: Flask, head: FlaskClient) -> None:
    record(app, 2)
    assert ask(head) == 302
    assert "Waits for its turn." in head.get("/exports/").text
    work(app)
    page = head.get("/exports/")
    assert "Ready, until" in page.text
    assert "waiting.js" not in page.text
    file = head.get("/exports/1/file")
    assert "total,Distinct persons,persons_trained," in file.text
    assert file.headers["Cache-Control"] == "no-store"
    assert "kalanso-totals-2014-03-01-2014-03-31-inside.csv" in str(
        file.headers["Content-Disposition"]
    )
    with app.app_context():
        assert [*db.session.scalars(select(AccessLog.target))] == ["job:1"]


def test_a_page_with_something_to_wait_for_is_read_again_by_itself_or_by_a_link(
    head: FlaskClient,
) -> None:
    ask(head)
    page = read(head.get("/exports/"))
    waiting = one(page, "div[@data-module='waiting']")
    assert waiting.get("id") == "exports"
    assert one(waiting, "a[@href='/exports/']").text == "See how far they are"


def test_nobody_else_sees_cancels_or_takes_it(
    app: Flask, head: FlaskClient, browse: Browse
) -> None:
    record(app, 2)
    ask(head)
    work(app)
    other = browse(role=Role.UNIT_HEAD)
    assert "No export yet" in other.get("/exports/").text
    assert other.get("/exports/1/file").status_code == 404
    assert other.post("/exports/1/cancel").status_code == 404
    assert head.get("/exports/1/file").status_code == 200


def test_whoever_loses_the_right_meanwhile_gets_no_file(app: Flask, head: FlaskClient) -> None:
    record(app, 2)
    ask(head)
    with app.app_context():
        user = db.session.scalars(select(User).where(User.role == Role.UNIT_HEAD)).one()
        user.role = Role.TRAINER
        db.session.commit()
    work(app)
    assert head.get("/exports/").status_code == 403
    with app.app_context():
        assert db.session.get_one(Job, 1).failure == "not_allowed"
        assert not outputs.path_of(1).exists()


def test_whoever_loses_the_right_afterwards_takes_nothing_along(
    app: Flask, head: FlaskClient
) -> None:
    record(app, 2)
    ask(head)
    work(app)
    with app.app_context():
        db.session.scalars(
            select(User).where(User.role == Role.UNIT_HEAD)
        ).one().role = Role.TRAINER
        db.session.commit()
    assert head.get("/exports/1/file").status_code == 403


def test_what_is_cancelled_is_never_made(app: Flask, head: FlaskClient) -> None:
    record(app, 2)
    ask(head)
    assert head.post("/exports/1/cancel").status_code == 302
    work(app)
    assert "Cancelled." in head.get("/exports/").text
    head.post("/exports/1/cancel")
    assert "had ended already" in head.get("/exports/").text


def test_a_file_thrown_away_is_gone_from_the_disk(app: Flask, head: FlaskClient) -> None:
    record(app, 2)
    ask(head)
    work(app)
    head.post("/exports/1/cancel")
    assert head.get("/exports/1/file").status_code == 404
    with app.app_context():
        assert not outputs.path_of(1).exists()


def test_of_nothing_there_is_a_sentence_and_no_file(app: Flask, head: FlaskClient) -> None:
    ask(head)
    work(app)
    assert "nothing was counted in this period" in head.get("/exports/").text


def test_a_job_whose_worker_died_is_not_waited_for(app: Flask, head: FlaskClient) -> None:
    ask(head)
    with app.app_context():
        job = db.session.get_one(Job, 1)
        job.state, job.beat_at = JobState.RUNNING, clock.now() - 2 * SILENCE
        db.session.commit()
    page = head.get("/exports/")
    assert "was interrupted" in page.text
    assert "waiting.js" not in page.text


def test_facts_for_outside_are_refused_with_a_sentence(head: FlaskClient) -> None:
    answer = head.post(
        f"/exports/new?{MARCH}", data={"content": "facts-csv", "audience": "outside"}
    )
    assert answer.status_code == 422
    assert "stays in the unit" in answer.text


def test_a_period_that_ends_before_it_begins_is_refused_with_a_sentence(
    head: FlaskClient,
) -> None:
    answer = head.post("/exports/new?from=2014-03-31&to=2014-03-01", data=TYPED)
    assert answer.status_code == 422
    assert "ends before it begins" in answer.text


def test_more_than_a_few_at_a_time_are_refused_with_a_sentence(head: FlaskClient) -> None:
    answers = [ask(head) for _ in range(MOST_UNFINISHED + 1)]
    assert answers == [*[302] * MOST_UNFINISHED, 422]
    page = head.post(f"/exports/new?{MARCH}", data=TYPED)
    assert "5 exports of yours are being made." in page.text


def test_a_long_list_asks_no_more_of_the_database_than_a_short_one(
    app: Flask, head: FlaskClient
) -> None:
    def statements() -> int:
        with counted(app) as found:
            head.get("/exports/")
        return len(found)

    ask(head)
    few = statements()
    for _ in range(MOST_UNFINISHED - 1):
        ask(head)
    assert statements() == few


def test_a_file_is_offered_where_figures_are_shown(app: Flask, head: FlaskClient) -> None:
    record(app, 2)
    assert "/exports/new?from=2014-03-01" in head.get(f"/figures/?{MARCH}").text
    pivot = head.get(f"/figures/pivot?{MARCH}").text
    assert "columns=quarter" in pivot


def test_as_known_on_a_past_day_a_file_is_for_inside_alone(app: Flask, head: FlaskClient) -> None:
    path = f"/exports/new?{MARCH}&as-of=2014-05-01"
    chosen = ".//input[@name='audience'][@checked]"
    assert [it.get("value") for it in read(head.get(path)).iterfind(chosen)] == ["inside"]
    answer = head.post(path, data=TYPED | {"audience": "outside"})
    assert answer.status_code == 422
    assert "figures as known on a day stand in published reports." in answer.text
    with app.app_context():
        assert db.session.scalars(select(Job.id)).all() == []
    assert head.post(path, data=TYPED).status_code == 302
