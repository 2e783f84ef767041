"""Errors raised on purpose; lms.app turns each kind into one kind of response."""


class LmsError(Exception):
    """Base of every expected error."""


class NotAllowed(LmsError):
    """The actor's role does not include the act; answered with 403."""


class NotFound(LmsError):
    """What was named does not exist, or not for this actor; answered with 404."""


class RuleBroken(LmsError):
    """The act would break a rule of the field; the view explains it beside the form."""


class StaleEdit(RuleBroken):
    """Somebody else saved the row since the form was opened; what was typed is kept."""


class TooManyGuesses(RuleBroken):
    """A code or password was guessed wrongly too often; carries the minutes to wait."""

    def __init__(self, minutes: int) -> None:
        super().__init__(str(minutes))
        self.minutes = minutes
