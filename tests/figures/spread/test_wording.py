from datetime import UTC, datetime

import pytest
from flask import Flask
from flask_babel import force_locale

from lms.figures.spread import errors, wording
from lms.figures.spread.errors import ServerAway, ServerBehind, SpreadError
from lms.figures.spread.sending.batches import Sent
from lms.figures.spread.sending.checking import Checked

PLAIN = [
    it
    for it in vars(errors).values()
    if isinstance(it, type) and issubclass(it, SpreadError) and it is not SpreadError
]
NUMBERED = (ServerAway, ServerBehind)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_refusal_is_a_sentence(app: Flask, lang: str) -> None:
    made = [it(2, 3) if it in NUMBERED else it() for it in PLAIN]
    with app.app_context(), force_locale(lang):
        sentences = [wording.refused(it) for it in (*made, ServerAway(0, 0))]
    assert len(set(sentences)) == len(sentences)
    assert all(it.endswith(".") for it in sentences)


def test_a_server_is_named_by_its_number(app: Flask) -> None:
    with app.app_context(), force_locale("en"):
        said = wording.refused(ServerAway(2, 3))
    assert said.startswith("Server 2 of 3 cannot be reached: no total is given without it")


def test_what_was_sent_is_said_in_words(app: Flask) -> None:
    moment = datetime(2014, 3, 14, tzinfo=UTC)
    one = Sent(number=1, facts=1, training_sessions=1, moment=moment)
    with app.app_context(), force_locale("en"):
        assert wording.sent(one) == "1 fact sent: all has arrived and counts."
        assert "nothing was sent" in wording.sent(None)


def test_what_to_do_about_a_difference_depends_on_what_changed(app: Flask) -> None:
    with app.app_context(), force_locale("en"):
        same, fault, stale = (
            wording.checked(Checked(differing=those, months_since=since))
            for those, since in (((), 0), ((4,), 0), ((4, 5), 1))
        )
    assert same == "The servers hold what the ledger does."
    assert fault.startswith("1 session differs. Run “lms ledger spread set-up”")
    assert stale.startswith("2 sessions differ. The ledger has changed")
