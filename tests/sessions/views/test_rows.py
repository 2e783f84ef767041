from dataclasses import replace

import pytest
from flask import Flask

from lms.people.kinds import Sex
from lms.sessions.kinds import MarkState
from lms.sessions.queries.roster import RosterLine
from lms.sessions.values import Meanwhile
from lms.sessions.views import rows
from tests.sessions.given import NOW

LINE = RosterLine(
    participation_id=3,
    name="EXEMPLE Awa",
    rank="Sgt",
    tail="204",
    sex=Sex.FEMALE,
    state=MarkState.BLANK,
)


@pytest.mark.parametrize(
    ("line", "detail", "aloud"),
    [
        (LINE, "Sgt …204", "EXEMPLE Awa, Sgt, numéro finissant par 204"),
        (replace(LINE, rank=""), "…204", "EXEMPLE Awa, numéro finissant par 204"),
        (replace(LINE, tail=""), "Sgt", "EXEMPLE Awa, Sgt"),
        (replace(LINE, tail="", rank=""), "", "EXEMPLE Awa"),
    ],
)
def test_namesakes_are_told_apart(app: Flask, line: RosterLine, detail: str, aloud: str) -> None:
    with app.test_request_context():
        (row,) = rows.roll_rows([line], {})
    assert (row.detail, row.title, row.state, row.stored) == (detail, aloud, "", "blank")
    assert row.words["present"] == "Présente"


def test_what_was_chosen_in_a_refused_form_comes_first(app: Flask) -> None:
    with app.test_request_context():
        (row,) = rows.roll_rows([LINE], {3: MarkState.LATE})
    assert (row.state, row.stored) == ("late", "blank")


def test_the_called_are_counted_against_all(app: Flask) -> None:
    present = replace(LINE, state=MarkState.PRESENT)
    with app.test_request_context():
        assert rows.called_of([LINE, present, present]) == "2 appelés sur 3"
        assert rows.called_of([LINE]) == "0 appelé sur 1"


@pytest.mark.parametrize(("user_id", "who"), [(7, "Fanta"), (None, "quelqu’un d’autre")])
def test_a_mark_replaced_is_said_with_both_states(
    app: Flask, user_id: int | None, who: str
) -> None:
    told = Meanwhile(
        participation_id=3,
        found=MarkState.ABSENT,
        put=MarkState.PRESENT,
        at=NOW,
        user_id=user_id,
    )
    with app.test_request_context():
        said = rows.meanwhile_sentence(told, LINE, {7: "Fanta"})
    assert said.startswith(f"EXEMPLE Awa\u00a0: {who} avait mis «\u00a0Absente\u00a0» (20 mars")
    assert "«\u00a0Présente\u00a0»" in said


@pytest.mark.parametrize(
    ("words", "found"),
    [("", 2), ("awa", 1), ("exemple", 2), ("ÉXEMPLE awa", 1), ("204", 2), ("awa moussa", 0)],
)
def test_names_are_found_by_words_and_numbers(words: str, found: int) -> None:
    lines = [LINE, replace(LINE, name="EXEMPLE Moussa")]
    assert len(rows.named(lines, words)) == found
