from pathlib import Path

import pytest
from click import Command
from click.testing import Result
from flask import Flask
from pypdf import PdfReader

from lms.accounts.actors import Role
from lms.certificates import queries
from lms.certificates.cli import issue_certificates, verify_certificate
from lms.certificates.kinds import Reason, State
from lms.certificates.rules.numbers import new_code, spell_code
from lms.extensions import db
from lms.sessions.kinds import Status
from lms.sessions.models import TrainingSession
from tests.factories.accounts import UserFactory
from tests.factories.certificates import NOW, CertificateFactory, closed_session, trained


def run(app: Flask, command: Command, *arguments: str) -> Result:
    app.config["COMMAND_LOCALE"] = "en"
    return app.test_cli_runner().invoke(command, list(arguments))


@pytest.fixture
def training_session(app: Flask) -> TrainingSession:
    """A closed session in which two people were trained."""
    with app.app_context():
        made = closed_session(reference="EX-GAO", short_code="GAO7")
        trained(made)
        trained(made)
        db.session.refresh(made)
        db.session.expunge(made)
        return made


@pytest.mark.parametrize("name", ["EX-GAO", "ex-gao", " gao7 "])
def test_issuing_prints_the_number_of_each_certificate(
    app: Flask, training_session: TrainingSession, name: str
) -> None:
    answer = run(app, issue_certificates, name)
    assert answer.exit_code == 0, answer.output
    with app.app_context():
        numbers = [it.number for it in queries.to_print(training_session.id)]
    assert len(numbers) == 2
    assert answer.stdout.splitlines() == numbers


@pytest.mark.usefixtures("training_session")
def test_each_certificate_is_written_into_the_folder_and_again_bit_for_bit(
    app: Flask, tmp_path: Path
) -> None:
    folder = tmp_path / "new" / "folder"
    numbers = run(app, issue_certificates, "EX-GAO", "-o", str(folder)).stdout.splitlines()
    files = {it.name: it.read_bytes() for it in folder.iterdir()}
    assert set(files) == {f"{number}.pdf" for number in numbers}
    assert numbers[0] in PdfReader(folder / f"{numbers[0]}.pdf").pages[0].extract_text()
    run(app, issue_certificates, "EX-GAO", "-o", str(folder))
    assert {it.name: it.read_bytes() for it in folder.iterdir()} == files


def test_what_no_longer_holds_is_not_printed(
    app: Flask, training_session: TrainingSession
) -> None:
    run(app, issue_certificates, "EX-GAO")
    with app.app_context():
        revoked, other = queries.of_session(training_session.id)
        revoked.state, revoked.reason = State.REVOKED, Reason.MISTAKE
        db.session.commit()
        number = other.number
    assert run(app, issue_certificates, "EX-GAO").stdout.splitlines() == [number]


def test_a_session_not_closed_is_refused_and_leaves_nothing(
    app: Flask, training_session: TrainingSession, tmp_path: Path
) -> None:
    with app.app_context():
        db.session.get_one(TrainingSession, training_session.id).status = Status.HELD
        db.session.commit()
    answer = run(app, issue_certificates, "EX-GAO", "-o", str(tmp_path / "none"))
    assert answer.exit_code == 1
    assert "This session is not closed yet" in answer.output
    assert not (tmp_path / "none").exists()
    with app.app_context():
        assert queries.of_session(training_session.id) == []


def test_a_session_nobody_scheduled_is_not_found(app: Flask) -> None:
    answer = run(app, issue_certificates, "NOWHERE")
    assert answer.exit_code == 1
    assert "does not exist here" in answer.output


def test_an_account_that_is_named_issues_in_its_own_name(
    app: Flask, training_session: TrainingSession
) -> None:
    with app.app_context():
        head_id = UserFactory.create(email="head@example.org", role=Role.UNIT_HEAD).id
    assert run(app, issue_certificates, "EX-GAO", "--as", "Head@example.org").exit_code == 0
    with app.app_context():
        issued = queries.of_session(training_session.id)
        assert {it.issued_by_id for it in issued} == {head_id}


@pytest.mark.parametrize(
    ("email", "refusal"),
    [
        ("other@example.org", "Whoever acts may not do this."),
        ("none@example.org", "No account that can sign in has this address."),
    ],
)
def test_an_account_that_may_not_issues_nothing(
    app: Flask, training_session: TrainingSession, email: str, refusal: str
) -> None:
    with app.app_context():
        UserFactory.create(email="other@example.org")
    answer = run(app, issue_certificates, "EX-GAO", "--as", email)
    assert answer.exit_code == 1
    assert refusal in answer.output
    with app.app_context():
        assert queries.of_session(training_session.id) == []


def test_a_valid_certificate_is_said_so_however_its_code_is_typed(app: Flask) -> None:
    with app.app_context():
        code = CertificateFactory.create().code
    for typed in (code, spell_code(code).lower()):
        answer = run(app, verify_certificate, typed)
        assert (answer.exit_code, answer.stdout) == (0, "valid\n")


@pytest.mark.parametrize("state", [State.REPLACED, State.EXPIRED, State.REVOKED])
def test_what_no_longer_holds_says_its_state_and_fails(app: Flask, state: State) -> None:
    reason = Reason.MISUSE if state is State.REVOKED else None
    with app.app_context():
        code = CertificateFactory.create(state=state, reason=reason, state_changed_at=NOW).code
    answer = run(app, verify_certificate, code)
    assert (answer.exit_code, answer.stdout) == (1, f"{state}\n")


def test_a_number_or_a_code_nobody_issued_is_false(app: Flask) -> None:
    with app.app_context():
        number = CertificateFactory.create().number
    for typed in (number, new_code(), "nonsense", ""):
        answer = run(app, verify_certificate, typed)
        assert (answer.exit_code, answer.stdout) == (1, "false\n")
