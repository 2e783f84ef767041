"""What may go wrong with accounts; the view writes the sentence."""

from lms.errors import RuleBroken


class AddressTaken(RuleBroken):
    """Another account has this e-mail address."""


class WrongPassword(RuleBroken):
    """Address and password do not belong together, or the account is disabled."""


class LastAdministrator(RuleBroken):
    """Nobody could mend the accounts any more."""
