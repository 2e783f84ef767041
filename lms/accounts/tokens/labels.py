"""Words for what a token may be used for, and for what has become of it."""

from datetime import datetime

from flask_babel import gettext as _, lazy_gettext as _l

from lms.accounts.tokens.kinds import Scope
from lms.accounts.tokens.models import ApiToken
from lms.i18n import day

SCOPES = {
    Scope.FIGURES: _l("Figures: the totals that you see"),
    Scope.FACTS: _l("Facts behind the totals, without names"),
    Scope.REPORTS: _l("Reports that were published"),
    Scope.INSIDE: _l("Full numbers of figures and reports; otherwise small ones are masked"),
}
SHORT = {
    Scope.FIGURES: _l("figures"),
    Scope.FACTS: _l("facts"),
    Scope.REPORTS: _l("reports"),
    Scope.INSIDE: _l("full numbers"),
}


def scopes(token: ApiToken) -> str:
    """Return what a token may read, as a list."""
    return ", ".join(str(SHORT[it]) for it in Scope if it in token.scopes)


def state(token: ApiToken, now: datetime) -> str:
    """Return what has become of a token."""
    if token.revoked_at is not None:
        return _("Revoked on %(day)s", day=day(token.revoked_at))
    if token.expires_at <= now:
        return _("Expired on %(day)s", day=day(token.expires_at))
    return _("Until %(day)s", day=day(token.expires_at))


def last_use(token: ApiToken) -> str:
    """Return when a token was last used."""
    return day(token.last_used_at) if token.last_used_at else _("Never")
