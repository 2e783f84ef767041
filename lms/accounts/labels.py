"""Words for roles and refusals, in the reader's language."""

from flask_babel import gettext as _, lazy_gettext as _l, lazy_pgettext as _lp, ngettext

from lms.accounts.actors import Role

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
