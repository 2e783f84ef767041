"""Every setting, its type, its default and where it comes from."""

import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Self
from urllib.parse import urlsplit

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from lms.errors import LmsError

# The one table. An empty default is made from the others.
DEFAULTS = {
    "LMS_HOME": "var",
    "LMS_DATABASE_URL": "",
    "LMS_SECRET_KEY": "",
    "LMS_PORT": "8000",
    "LMS_BASE_URL": "",
    "LMS_REDIS_URL": "",
    "LMS_LEDGER_SERVERS": "",
}
SHORTEST_KEY = 32
PATIENCE = "5s"
"""How long one writer waits for another on PostgreSQL, as long as on SQLite."""
UPLOAD_BYTES = 20 * 1024 * 1024


class BadSetting(LmsError):
    """A setting cannot be used as it is; carries its name, never its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argon2:
    """What one password costs to check: RFC 9106, section 4, second choice."""

    time_cost: int = 3
    memory_cost: int = 65536
    parallelism: int = 4


def beside(name: str) -> Path:
    """Return a folder that stands beside the package, or inside it once it is installed."""
    inside = Path(__file__).parent / name
    return inside if inside.is_dir() else Path(__file__).parents[1] / name


def local_address(port: int) -> str:
    """Return where a browser of this machine finds the pages."""
    return f"http://127.0.0.1:{port}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Settings of one running copy; fields are named as Flask and its extensions expect them."""

    SECRET_KEY: str
    SQLALCHEMY_DATABASE_URI: str
    HOME: Path
    PORT: int = 8000
    BASE_URL: str = "http://127.0.0.1:8000"
    """Without a slash at its end; stands in links and QR codes."""
    REDIS_URL: str = ""
    """Where workers of several machines hear of jobs; empty means a file in ``HOME``."""
    LEDGER_SERVERS: tuple[str, ...] = ()
    """Databases over which the ledger is spread; their order is part of it."""
    TESTING: bool = False
    WTF_CSRF_ENABLED: bool = True
    WTF_CSRF_TIME_LIMIT: int = 12 * 60 * 60
    MAX_CONTENT_LENGTH: int = UPLOAD_BYTES
    RATELIMIT_ENABLED: bool = True
    SESSION_COOKIE_HTTPONLY: bool = True
    SESSION_COOKIE_SAMESITE: str = "Lax"
    PERMANENT_SESSION_LIFETIME: int = 12 * 60 * 60
    BABEL_DEFAULT_LOCALE: str = "fr"
    COMMAND_LOCALE: str = "fr"
    """The language in which commands answer."""
    BABEL_TRANSLATION_DIRECTORIES: str = field(default_factory=lambda: str(beside("translations")))
    ARGON2: Argon2 = Argon2()

    @property
    def SESSION_COOKIE_SECURE(self) -> bool:  # noqa: N802 - Flask's own name
        """Whether the browser may send its cookie over HTTPS only."""
        return self.BASE_URL.startswith("https:")

    @property
    def SQLALCHEMY_ENGINE_OPTIONS(self) -> dict[str, object]:  # noqa: N802 - its extension's name
        """How the engine is made.

        Its errors keep what somebody typed to themselves. On a server, a connection lost while
        idle is noticed and replaced, and who waits too long for a lock is told so.
        """
        options: dict[str, object] = {"hide_parameters": True}
        if self.SQLALCHEMY_DATABASE_URI.startswith("postgresql"):
            options["pool_pre_ping"] = True
            options["connect_args"] = {"options": f"-c lock_timeout={PATIENCE}"}
        return options

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Self:
        """Read the environment, taking ``DEFAULTS`` for what is missing or empty.

        Raises ``BadSetting`` for a malformed value, so that nothing starts on a guess.
        """
        settings = DEFAULTS | {name: environ[name] for name in DEFAULTS if environ.get(name)}
        home = _home(settings["LMS_HOME"])
        port = _port(settings["LMS_PORT"])
        return cls(
            SECRET_KEY=_key(settings["LMS_SECRET_KEY"] or _kept_key(home / "secret_key")),
            SQLALCHEMY_DATABASE_URI=_url(
                settings["LMS_DATABASE_URL"] or f"sqlite:///{home / 'lms.sqlite'}"
            ),
            HOME=home,
            PORT=port,
            BASE_URL=_base(settings["LMS_BASE_URL"] or local_address(port)),
            REDIS_URL=_redis(settings["LMS_REDIS_URL"]),
            LEDGER_SERVERS=tuple(map(_server, settings["LMS_LEDGER_SERVERS"].split())),
            COMMAND_LOCALE=_language(environ),
        )


def _language(environ: Mapping[str, str]) -> str:
    """Return the language of the terminal, as its own settings rank them; French if another."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((environ[name] for name in names if environ.get(name)), "")
    return "en" if chosen.startswith("en") else "fr"


def _home(value: str) -> Path:
    path = Path(value).absolute()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting("LMS_HOME") from error
    return path


def _kept_key(path: Path) -> str:
    """Return the key kept at ``path``, made by whichever process starts first."""
    try:
        if not path.exists():
            _make_key(path)
        return path.read_text()
    except OSError as error:
        raise BadSetting("LMS_HOME") from error


def _make_key(path: Path) -> None:
    with NamedTemporaryFile("w", dir=path.parent) as made:
        made.write(secrets.token_hex(SHORTEST_KEY))
        made.flush()
        with suppress(FileExistsError):  # another process was first: its key stands
            path.hardlink_to(made.name)


def _key(value: str) -> str:
    if len(value) < SHORTEST_KEY:
        raise BadSetting("LMS_SECRET_KEY")
    return value


def _server(value: str) -> str:
    return _url(value, "LMS_LEDGER_SERVERS", frozenset({"postgresql"}))


def _url(
    value: str,
    setting: str = "LMS_DATABASE_URL",
    kinds: frozenset[str] = frozenset({"sqlite", "postgresql"}),
) -> str:
    try:
        url = make_url(value)
    except (ArgumentError, ValueError):
        raise BadSetting(setting) from None  # whose words repeat the value
    if url.get_backend_name() not in kinds:
        raise BadSetting(setting)
    if url.drivername == "postgresql":  # the one driver that is installed
        url = url.set(drivername="postgresql+psycopg")
    return url.render_as_string(hide_password=False)


def _base(value: str) -> str:
    try:
        parts = urlsplit(value)
        host, _port = parts.hostname, parts.port
    except ValueError:
        raise BadSetting("LMS_BASE_URL") from None
    if parts.scheme not in {"http", "https"} or not host or parts.query or parts.fragment:
        raise BadSetting("LMS_BASE_URL")
    return value.rstrip("/")


def _redis(value: str) -> str:
    if value and urlsplit(value).scheme not in {"redis", "rediss", "unix"}:
        raise BadSetting("LMS_REDIS_URL")
    return value


def _port(value: str) -> int:
    if not value.isdecimal() or not 0 < int(value) < 2**16:
        raise BadSetting("LMS_PORT")
    return int(value)
