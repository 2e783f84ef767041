import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select

from lms.extensions import db
from lms.figures.proofs.cli import ledger
from lms.people.models import Person
from lms.sessions.kinds import Status
from tests.figures.proofs.given import facts, lost, right, spoilt

EQUAL = {
    "fr": "Le registre des chiffres dit ce que les règles tirent des listes.\n",
    "en": "The ledger says what the rules give from the lists.\n",
}


def run(app: Flask, *words: str) -> Result:
    return app.test_cli_runner().invoke(ledger, words)


def spoil(app: Flask) -> tuple[int, int | None]:
    with app.app_context():
        held = right()
        fact, *_, heads = facts(held)
        ids = held.id, fact.participation_id
        spoilt(fact, minutes=1)
        spoilt(heads, at_least=True)
        return ids


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_one_sentence_says_that_nothing_differs(app: Flask, lang: str) -> None:
    with app.app_context():
        right()
    answer = run(app, "check", "--lang", lang)
    assert (answer.exit_code, answer.output) == (0, EQUAL[lang])


def test_a_line_a_difference_names_ids_alone(app: Flask) -> None:
    held, participation = spoil(app)
    answer = run(app, "check", "--lang", "en")
    assert answer.exit_code == 1
    first, second = answer.output.splitlines()
    assert first == (
        f"session {held}, participation {participation}: minutes says 1, should say 1080"
    )
    assert second.endswith(": “at least” says yes, should say no")


def test_french_is_the_default_and_written_as_french_is(app: Flask) -> None:
    held, participation = spoil(app)
    first = run(app, "check").output.splitlines()[0]
    assert first == (
        f"session {held}, participation {participation}\u00a0: "
        "le champ «\u00a0minutes\u00a0» dit 1, il devrait dire 1080"
    )


def test_a_fact_too_few_and_one_too_many_are_said(app: Flask) -> None:
    with app.app_context():
        fact, *_ = facts(right())
        lost(fact)
        closed = right()
        closed.status = Status.HELD
        db.session.commit()
    said = run(app, "check", "--lang", "en").output
    assert "the fact is missing, it should say trained" in said
    assert "the fact says sensitized, there should be none" in said


def test_mending_says_what_it_mended_and_check_agrees(app: Flask) -> None:
    spoil(app)
    answer = run(app, "rebuild", "--lang", "en")
    assert answer.exit_code == 0
    assert answer.output.splitlines()[-1] == "2 differences mended."
    assert run(app, "check").exit_code == 0
    again = run(app, "rebuild", "--lang", "en")
    assert again.output.startswith("Nothing to mend")


def test_no_name_is_printed(app: Flask) -> None:
    spoil(app)
    with app.app_context():
        surnames = db.session.scalars(select(Person.surname)).all()
    said = run(app, "check").output
    assert surnames
    assert not any(it in said for it in surnames)


def test_somebody_unknown_is_refused(app: Flask) -> None:
    for command in ("check", "rebuild"):
        answer = run(app, command, "--as", "nobody@example.org", "--lang", "en")
        assert answer.exit_code == 1
        assert "No account that can sign in has this address." in answer.output
