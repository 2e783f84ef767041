"""Each component rendered alone: no request, no account, no database."""

import re
from pathlib import Path

import pytest

from tests.pages import one, text
from tests.web.conftest import COMPONENTS, Draw


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_the_first_line_tells_name_and_parameters(path: Path) -> None:
    source = path.read_text()
    told = source.partition("-#}")[0]

    for name, parameters in re.findall(r"\{% macro (\w+)\(([^)]*)\)", source):
        assert f"{name}(" in told.splitlines()[0]
        assert told.startswith("{#- ")
        for parameter in filter(None, parameters.split(",")):
            assert f"{parameter.split('=')[0].strip()}: " in told, parameter


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_knows_neither_request_nor_account(path: Path) -> None:
    code = path.read_text().partition("-#}")[2]

    assert not re.search(r"\b(?:request|current_user)\b", code)
    assert "|safe" not in code.replace(" ", "")


def test_an_icon_beside_a_word_is_silent_and_one_alone_speaks(draw: Draw) -> None:
    assert one(draw("icon('plus')"), "svg").get("aria-hidden") == "true"
    assert one(draw("icon('plus', label='Add')"), "svg").get("aria-label") == "Add"


def test_a_state_has_a_shape_and_a_word(draw: Draw) -> None:
    mark = one(draw("mark('Open', 'clock', 'now')"), "span")

    assert mark.get("class") == "mark mark--now"
    assert text(mark) == "Open"
    assert mark.find("svg") is not None


@pytest.mark.parametrize("status", ["planned", "open", "held", "closed", "cancelled"])
def test_each_state_of_a_session_has_its_word(draw: Draw, status: str) -> None:
    assert text(draw("session_mark(status)", status=status))


def test_a_button_with_an_address_is_a_link(draw: Draw) -> None:
    assert one(draw("button('Open', href='/there')"), "a").get("href") == "/there"
    assert one(draw("button('Save', tone='quiet')"), "button").get("class") == (
        "button button--quiet"
    )


def test_a_note_stands_below_the_label_of_a_button(draw: Draw) -> None:
    assert text(one(draw("button('Open', note='name by name')"), "small")) == "name by name"


def test_an_act_posts_its_values_with_a_token(draw: Draw) -> None:
    page = draw("act('Undo', '/undo', values={'mark': '7'})")

    assert one(page, "form").get("method") == "post"
    sent = {i.get("name"): i.get("value") for i in page.iter("input")}
    assert sent == {"csrf_token": "token", "mark": "7"}


def test_a_loss_interrupts_and_news_do_not(draw: Draw) -> None:
    assert one(draw("banner('Failed.', tone='loss')"), "div[@role]").get("role") == "alert"
    assert one(draw("banner('Kept.')"), "div[@role]").get("role") == "status"


def test_a_banner_holds_more_than_its_sentence(draw: Draw) -> None:
    page = draw("banner(strong='46 declared.')", "<a href='/choose'>Choose</a>")

    assert text(page) == "46 declared. Choose"


def test_messages_of_the_last_act_take_the_tone_of_their_kind(draw: Draw) -> None:
    page = draw("flashes(messages)", messages=[("message", "Planned."), ("loss", "Failed.")])

    assert one(page, "div[@class='toast no-print']") is not None
    assert one(page, "div[@class='banner banner--loss']") is not None


def test_a_toast_can_be_undone(draw: Draw) -> None:
    assert text(one(draw("toast('Awa present', action='/undo')"), "button")) == "Undo"


def test_filters_ask_without_changing_anything(draw: Draw) -> None:
    page = draw("filters(clear='/all')", "<label>Name <input name=q></label>")

    assert one(page, "form").get("method") == "get"
    assert one(page, "a").get("href") == "/all"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("stat('Persons', '204', note='in all', range='201 to 204')", "Persons 204 in all 201 to"),
        ("headline('204', 'Trained.', note='Rule 3', range='201')", "204 Trained. 201 Rule 3"),
        ("open_figure('Published', 'more than 3,000', note='Never added')", "more than 3,000"),
        ("tasks([{'count': '2', 'what': 'late', 'why': 'a', 'href': '/'}])", "2late"),
        ("event('Market', 'Morning', '2014-03-12', where='Gao', href='/')", "Morning Market Gao"),
        ("slot('Day 1', ['12 March', 'Gao'])", "Day 1 12 March"),
        ("crumbs([('Sessions', '/s')], 'GAO7')", "Sessions GAO7"),
        ("tabs([{'label': 'People', 'href': '/', 'current': True}], 'Parts')", "People"),
        ("points(['Nothing else changes'])", "Nothing else changes"),
        ("steps(['Read', 'Check'], 2)", "Read Check"),
        ("empty('No session yet', 'Plan one.')", "No session yet Plan one."),
        ("badge('version 2', tone='now')", "version 2"),
        ("seal('Valid', 'valid', 'Issued.', [('Number', 'CP')])", "Valid Issued. Number CP"),
        ("error('Choose a day.')", "Choose a day."),
        ("answer('q1', '3', '18 years', many=True, chosen=True)", "18 years"),
        ("sign_out('Awa', '/me', '/out')", "Awa Sign out"),
    ],
)
def test_a_component_says_what_it_is_given(draw: Draw, call: str, said: str) -> None:
    assert said in text(draw(call))


@pytest.mark.parametrize(
    "call",
    [
        "headline('204')",
        "open_figure('Published', '3,000')",
        "event('Market', 'Morning', '2014-03-12')",
        "slot('Day 1', now=True)",
        "more('See')",
        "section('By category', note='12', id='by')",
        "seal('Gone', 'revoked', 'Revoked.')",
        "empty('None', level=3)",
    ],
)
def test_a_component_holds_what_it_is_called_around(draw: Draw, call: str) -> None:
    assert "inside it" in text(draw(call, "inside it"))


def test_a_loss_is_asked_once_with_its_way_out(draw: Draw) -> None:
    page = draw(
        "ask('Revoke?', 'It loses its worth.', 'Revoke it', 'Keep it', '/c', ['Figures stay'])",
        "<label>Why <input name=why></label>",
    )

    assert text(one(page, "h1")) == "Revoke?"
    assert one(page, "button").get("class") == "button button--danger"
    assert one(page, "a").get("href") == "/c"
    assert one(page, "input[@name='csrf_token']").get("value") == "token"


def test_the_languages_name_themselves(draw: Draw) -> None:
    choices = [{"code": "en", "short": "EN", "name": "English", "href": "/en", "current": True}]

    link = one(draw("languages(choices)", choices=choices), "a")

    assert (link.get("lang"), link.get("aria-current")) == ("en", "true")
