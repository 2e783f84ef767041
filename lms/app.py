"""The application factory: the only module that knows every part."""

from uuid import uuid4

import structlog
from flask import Flask
from flask_babel import get_locale
from werkzeug.middleware.proxy_fix import ProxyFix

from lms import blueprints, http, i18n, logs
from lms.accounts.current import load_user
from lms.certificates import subscribers as certificates
from lms.config import Config, beside
from lms.db import prepare_sqlite
from lms.extensions import babel, csrf, db, limiter, login_manager, migrate, talisman
from lms.figures import subscribers as figures
from lms.figures.api import describing
from lms.figures.background import making
from lms.http import keep_no_page, only_reads, require_sign_in
from lms.lists import subscribers as lists
from lms.quizzes import subscribers as quizzes
from lms.sessions import subscribers as sessions
from lms.web import assets, failures

NOTHING, HERE = "'none'", "'self'"
POLICY = {
    "default-src": NOTHING,
    "script-src": HERE,
    "style-src": HERE,
    "img-src": HERE,
    "connect-src": HERE,
    "form-action": HERE,
    "base-uri": NOTHING,
    "frame-ancestors": NOTHING,
}
"""What a page may load: our own files, no inline script or style, nobody's frame."""
MAY_USE = {"camera": "()", "microphone": "()", "geolocation": "()"}


def create_app(config: Config) -> Flask:
    """Build an application from ``config`` alone, reading no global state."""
    logs.configure()
    app = Flask(
        __name__,
        template_folder="web/templates",
        static_folder="web/static",
        static_url_path=assets.address(),
    )
    app.config.from_object(config)
    app.url_map.converters.update(http.CONVERTERS)
    app.before_request(_begin)  # first: whatever the others log has the number
    _extend(app, config)
    app.jinja_env.globals["get_locale"] = get_locale
    i18n.install(app)
    failures.install(app)
    app.before_request(require_sign_in)
    app.after_request(keep_no_page)
    for blueprint, prefix in blueprints.ALL:
        app.register_blueprint(blueprint, url_prefix=prefix)
    describing.install(app)
    for subscribers in (sessions, lists, quizzes, certificates, figures):
        subscribers.connect()
    making.connect()
    assets.serve(app)
    if config.SESSION_COOKIE_SECURE:
        # TLS ends at a proxy, which says from where and how it was asked.
        app.wsgi_app = ProxyFix(app.wsgi_app, x_host=1)  # type: ignore[method-assign]  # how WSGI is wrapped
    return app


def _extend(app: Flask, config: Config) -> None:
    for extension in (csrf, db, limiter, login_manager):
        extension.init_app(app)
    migrate.init_app(app, db, directory=str(beside("migrations")))
    talisman.init_app(
        app,
        content_security_policy=POLICY,
        permissions_policy=MAY_USE,
        force_https=False,  # the proxy's business; phones in a hall have only the trainer's laptop
        strict_transport_security=config.SESSION_COOKIE_SECURE,
        session_cookie_secure=config.SESSION_COOKIE_SECURE,
        session_cookie_samesite=config.SESSION_COOKIE_SAMESITE,
        referrer_policy="same-origin",
    )
    with app.app_context():
        prepare_sqlite(db.engine, only_reads)
    babel.init_app(app, locale_selector=i18n.negotiate_locale)
    login_manager.user_loader(load_user)


def _begin() -> None:
    """Give the request a number that all its lines in the log share."""
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=uuid4().hex)
