"""Words for roles and refusals, in the reader's language."""

from collections.abc import Callable

from flask_babel import gettext as _, lazy_gettext as _l, lazy_pgettext as _lp, ngettext

from lms.accounts.actors import Role
from lms.errors import LmsError, NotAllowed, NotFound, RuleBroken

ROLES = {
    Role.TRAINER: _lp("account", "Trainer"),
    Role.UNIT_HEAD: _lp("account", "Unit head"),
    Role.ADMINISTRATOR: _lp("account", "Administrator"),
    Role.PARTICIPANT: _lp("account", "Participant"),
}
MAY = {
    Role.TRAINER: _l("Gives sessions, drafts courses, sees totals of the regions below."),
    Role.UNIT_HEAD: _l("Sees all sessions, publishes courses, exports figures."),
    Role.ADMINISTRATOR: _l("Keeps accounts and the register; sees no quiz answers."),
    Role.PARTICIPANT: _l("Comes in with a pass code for each session."),
}


def wrong_password() -> str:
    """Return the sentence for a pair that opens nothing, whichever half is wrong."""
    return _("Address and password do not belong together, or the account is disabled.")


def too_many_guesses(minutes: int) -> str:
    """Return the sentence for an address that was guessed at too often."""
    return ngettext(
        "The password of this address was tried too often. Wait %(num)s minute, then try again.",
        "The password of this address was tried too often. Wait %(num)s minutes, then try again.",
        minutes,
    )


def refused(error: LmsError, broken: Callable[[LmsError], str] | None = None) -> str:
    """Return why a command did nothing, and what to do; ``broken`` has the words of its rules."""
    if broken is not None and isinstance(error, RuleBroken):
        return broken(error)
    if isinstance(error, NotAllowed):
        return _("Whoever acts may not do this. Name an account that may with --as.")
    if not isinstance(error, NotFound):
        raise error
    kind, _colon, name = str(error).partition(":")
    if kind == "user":
        return _("No account that can sign in has this address. Look at --as.")
    if not name:
        return _("What was named does not exist here. Look at its code or number.")
    return _("“%(name)s” does not exist here. Look at its code or number.", name=name)
