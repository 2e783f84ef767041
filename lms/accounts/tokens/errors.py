"""What may go wrong with tokens; the view writes the sentence."""

from lms.accounts.tokens.kinds import Scope
from lms.errors import LmsError, RuleBroken


class TokenNameTaken(RuleBroken):
    """A token in use has this name already: sending the form again must not make a second one."""


class NoToken(LmsError):
    """The request carries no token, or one that opens nothing; answered with 401."""


class OutOfScope(LmsError):
    """The token does not name this part of the interface; answered with 403."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(str(scope))
        self.scope = scope
