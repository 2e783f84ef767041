import pytest
from flask import Flask

from lms.accounts.actors import Role
from lms.web import tabs


@pytest.fixture
def session_pages(kitchen: Flask) -> Flask:
    """Return an application with the first two tabs, each with its own name for the id."""
    for number, tab in enumerate(tabs.SESSION_TABS[:2]):
        kitchen.add_url_rule(f"/{number}/<int:argument_{number}>", tab.endpoint, str)
    return kitchen


@pytest.mark.usefixtures("session_pages")
def test_only_tabs_that_exist_are_shown_and_lead_to_the_session() -> None:
    shown = tabs.session_tabs(7, active=tabs.SESSION_TABS[1].endpoint, role=Role.TRAINER)

    assert [tab.href for tab in shown] == ["/0/7", "/1/7"]
    assert [tab.current for tab in shown] == [False, True]


@pytest.mark.usefixtures("session_pages")
def test_a_participant_has_no_tabs() -> None:
    assert tabs.session_tabs(7, active="", role=Role.PARTICIPANT) == []
