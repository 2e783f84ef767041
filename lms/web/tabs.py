"""The tabs of the page of a training session, each kept by the room that knows it."""

from dataclasses import dataclass
from typing import Any

from flask import current_app, url_for
from flask_babel import LazyString, lazy_gettext as _l

from lms.accounts.actors import Role
from lms.web.navigation import STAFF


@dataclass(frozen=True, slots=True)
class SessionTab:
    """One tab; its endpoint takes the id of the training session as its only argument."""

    endpoint: str
    label: LazyString
    roles: frozenset[Role] = STAFF


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab as shown."""

    label: str
    href: str
    current: bool


SESSION_TABS = (
    SessionTab("sessions.overview", _l("Overview")),
    SessionTab("sessions.roll", _l("Roll call")),
    SessionTab("sessions.people", _l("People")),
    SessionTab("sessions.headcounts", _l("Headcounts")),
    SessionTab("quizzes.of_session", _l("Quizzes"), frozenset({Role.TRAINER, Role.UNIT_HEAD})),
    SessionTab("certificates.of_session", _l("Certificates")),
)


def session_tabs(training_session_id: int, *, active: str, role: Role | None) -> list[Tab]:
    """Return the tabs that exist and are open to ``role``, ``active`` being the endpoint shown."""
    return [
        Tab(
            str(tab.label),
            _address(tab.endpoint, training_session_id),
            tab.endpoint == active,
        )
        for tab in SESSION_TABS
        if role in tab.roles and tab.endpoint in current_app.view_functions
    ]


def _address(endpoint: str, training_session_id: int) -> str:
    """Return the address of a tab, whatever its room calls the one argument."""
    rule = next(current_app.url_map.iter_rules(endpoint))
    values: dict[str, Any] = dict.fromkeys(rule.arguments, training_session_id)
    return url_for(endpoint, **values)
