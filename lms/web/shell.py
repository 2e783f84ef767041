"""What the page shell shows around every page, whichever room made it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import current_app, g, request, url_for
from flask_login import current_user
from sqlalchemy.exc import SQLAlchemyError

from lms.accounts.actors import Role
from lms.accounts.current import get_actor
from lms.clock import today
from lms.http import OF_URL_FOR
from lms.i18n import LANGUAGE_NAMES, LOCALES, language, localised
from lms.sessions.models import TrainingSession
from lms.unit import queries as unit
from lms.unit.models import UnitProfile
from lms.web import navigation, tabs
from lms.web.register.queries import doubts


@dataclass(frozen=True, slots=True)
class Language:
    """One side of the language switch."""

    code: str
    short: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame of one page: built once for it, read by ``base.html``."""

    path: str
    menu: list[navigation.MenuItem]
    languages: list[Language]
    person: str
    person_href: str
    sign_out_href: str
    verify_href: str
    unit: str


def shell() -> Shell:
    """Return the frame of the page being answered."""
    known = current_app.view_functions
    signed_in = current_user.is_authenticated
    path = path_to_read()
    return Shell(
        path=path,
        menu=navigation.menu(_role(), known, request.blueprint, {"people.index": waiting()}),
        languages=[_language(code, path) for code in LOCALES],
        person=current_user.name if signed_in else "",
        person_href=_href_if_known("accounts.account") if signed_in else "",
        sign_out_href=_href_if_known("accounts.sign_out") if signed_in else "",
        verify_href=_href_if_known("certificates.verify"),
        unit=localised(_unit(), "name"),
    )


def waiting() -> int:
    """Return how many doubts wait for whoever reads the page, asked once a request."""
    if _role() not in navigation.DECIDERS:
        return 0
    if "doubts_waiting" not in g:
        g.doubts_waiting = doubts.waiting(today=today(), actor=get_actor())
    found: int = g.doubts_waiting
    return found


def here(**changes: object) -> str:
    """Return this address with arguments of its query changed; ``None`` leaves one out.

    Any change but of the page itself goes back to the first page of the list.
    """
    fixed = request.view_args or {}
    arguments: dict[str, object] = {
        name: value
        for name, value in request.args.lists()
        if name not in fixed and name not in OF_URL_FOR
    }
    if "page" not in changes:
        arguments.pop("page", None)
    arguments.update(changes)
    kept = {name: value for name, value in arguments.items() if value is not None}
    return url_for(request.endpoint or "web.home", **{**fixed, **kept})


def session_tabs(training_session: TrainingSession, active: str) -> list[tabs.Tab]:
    """Return the tabs of this session's page for whoever reads it."""
    return tabs.session_tabs(training_session.id, active=active, role=_role())


def _role() -> Role | None:
    return current_user.role if current_user.is_authenticated else None


def mark_of_sample() -> dict[str, bool]:
    """Tell every page whether it shows sample data; a page about a broken database cannot."""
    try:
        return {"sample_data": _unit().is_sample}
    except SQLAlchemyError:
        return {"sample_data": False}


def _unit() -> UnitProfile:
    """Return the unit's profile, asked of the database once a request."""
    if "unit_profile" not in g:
        g.unit_profile = unit.profile()
    profile: UnitProfile = g.unit_profile
    return profile


def _language(code: str, path: str) -> Language:
    return Language(
        code=code,
        short=code.upper(),
        name=LANGUAGE_NAMES[code],
        href=url_for("web.language", locale=code, to=path),
        current=language() == code,
    )


def _href_if_known(endpoint: str) -> str:
    return url_for(endpoint) if endpoint in current_app.view_functions else ""


def to_send_again() -> list[tuple[str, str]]:
    """Return what the form of this request held; nothing of a foreign one, or with a secret.

    A file cannot be kept in a page either.
    """
    if request.files or not _came_from_here():
        return []
    if any("password" in name for name in request.form):
        return []
    pairs = request.form.items(multi=True)
    return [(name, value) for name, value in pairs if name != "csrf_token"]


def path_to_read() -> str:
    """Return the address of this page, or of the first one when it cannot be read by GET."""
    rule = request.url_rule
    if rule is None or rule.methods is None or "GET" not in rule.methods:
        return "/"
    return request.full_path.rstrip("?") if request.method == "GET" else request.path


def _came_from_here() -> bool:
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(origin).netloc == request.host
