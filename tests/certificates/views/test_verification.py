from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from lms.certificates.kinds import Kind, Reason, State
from lms.certificates.rules.numbers import new_code, spell_code
from lms.people.kinds import AgeGroup
from tests import pages
from tests.factories.certificates import CertificateFactory, trained

CHANGED = datetime(2014, 9, 9, 8, tzinfo=UTC)
REASONS: dict[State, dict[str, object]] = {State.REVOKED: {"reason": Reason.MISUSE}}


def make(app: Flask, state: State = State.ISSUED, **changes: object) -> tuple[str, str]:
    """Return code and number of a certificate in that state."""
    moment = None if state is State.ISSUED else CHANGED
    values = {"state": state, "state_changed_at": moment, **REASONS.get(state, {}), **changes}
    with app.app_context():
        certificate = CertificateFactory.create(**values)
        return certificate.code, certificate.number


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("state", State)
def test_every_state_has_a_well_made_page_for_anybody(
    app: Flask, stranger: FlaskClient, state: State, locale: str
) -> None:
    code, number = make(app, state)
    answer = stranger.get(f"/verify/{code}", headers={"Accept-Language": locale})
    assert answer.status_code == 200
    pages.check(answer, locale=locale)
    assert number in answer.text


def test_a_valid_certificate_shows_what_the_paper_says(app: Flask, stranger: FlaskClient) -> None:
    code, number = make(app)
    page = pages.read(stranger.get(f"/verify/{code}"))
    facts = dict(
        zip(
            [pages.text(it) for it in page.iter("dt")],
            [pages.text(it) for it in page.iter("dd")],
            strict=True,
        )
    )
    assert facts == {
        "Number": number,
        "Issued to": "Ms. Aïssata MAÏGA",
        "Issued by": "Child Protection Unit",
        "Course": "Protecting children in armed conflict",
        "Length": "14 hours",
        "Place and dates": "Gao, from 12 to 14 March 2014",
    }


def test_participation_is_named_as_such(app: Flask, stranger: FlaskClient) -> None:
    code, _ = make(app, kind=Kind.PARTICIPATION)
    assert "certificate of participation was issued" in stranger.get(f"/verify/{code}").text


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (State.REPLACED, "Another certificate replaced it on 9 September 2014."),
        (State.EXPIRED, "This certificate expired on 9 September 2014."),
        (State.REVOKED, "has been revoked since 9 September 2014. It is no longer valid."),
    ],
)
def test_what_no_longer_holds_says_since_when_and_names_nobody(
    app: Flask, stranger: FlaskClient, state: State, sentence: str
) -> None:
    code, _ = make(app, state)
    text = stranger.get(f"/verify/{code}").text
    assert sentence in text
    assert "MAÏGA" not in text


def test_the_reason_is_never_shown(app: Flask, stranger: FlaskClient) -> None:
    code, _ = make(app, State.REVOKED)
    assert "misused" not in stranger.get(f"/verify/{code}").text


def test_a_minor_is_not_named(app: Flask, stranger: FlaskClient) -> None:
    with app.app_context():
        participation = trained(age_group=AgeGroup.MINOR)
        code = CertificateFactory.create(participation=participation).code
    text = stranger.get(f"/verify/{code}").text
    assert "Valid certificate" in text
    assert "MAÏGA" not in text


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_code_nobody_issued_is_said_so(stranger: FlaskClient, locale: str) -> None:
    path = f"/verify/{new_code()}"
    answer = stranger.get(path, headers={"Accept-Language": locale})
    assert answer.status_code == 404
    pages.check(answer, locale=locale)


@pytest.mark.parametrize("path", ["/verify/CP-2014-000123-N", "/verify/nonsense"])
def test_a_number_or_nonsense_opens_nothing(app: Flask, stranger: FlaskClient, path: str) -> None:
    make(app)
    answer = stranger.get(path)
    assert answer.status_code == 404
    assert "No certificate has this code" in answer.text


def test_the_code_may_be_typed_as_it_is_printed(app: Flask, stranger: FlaskClient) -> None:
    code, number = make(app)
    typed = spell_code(code).lower()
    answer = stranger.get("/verify/", query_string={"code": typed}, follow_redirects=True)
    assert answer.request.path == f"/verify/{code}"
    assert number in answer.text
    assert stranger.get(f"/verify/{code.lower()}").status_code == 302


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_form_stands_alone(stranger: FlaskClient, locale: str) -> None:
    answer = stranger.get("/verify/", headers={"Accept-Language": locale})
    assert answer.status_code == 200
    pages.check(answer, locale=locale)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Write the twelve characters that stand under the QR code."),
        ("7K4P 2MTR", "A code has twelve letters and digits"),
    ],
)
def test_what_cannot_be_a_code_is_refused_and_kept(
    stranger: FlaskClient, typed: str, sentence: str
) -> None:
    answer = stranger.get("/verify/", query_string={"code": typed})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'value="{typed}"' in answer.text


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_guessing_is_slowed_down_with_a_page_in_the_readers_language(
    stranger: FlaskClient, locale: str
) -> None:
    for _ in range(30):
        assert stranger.get(f"/verify/{new_code()}").status_code == 404
    answer = stranger.get(f"/verify/{new_code()}", headers={"Accept-Language": locale})
    assert answer.status_code == 429
    pages.check(answer, locale=locale)


def test_what_was_valid_once_is_asked_for_again(app: Flask, stranger: FlaskClient) -> None:
    code, _ = make(app)
    assert stranger.get(f"/verify/{code}").headers["Cache-Control"] == "no-store"
