"""Why the servers cannot be asked, or not be sent anything; nothing is counted then."""

from lms.errors import RuleBroken


class SpreadError(RuleBroken):
    """Base of what may be wrong with servers; said in words by ``wording``."""


class OnlyPostgres(SpreadError):
    """The database is none that can be spread."""


class NoServers(SpreadError):
    """Neither is Citus installed, nor are servers named in ``LMS_LEDGER_SERVERS``."""


class MayNotSetUp(SpreadError):
    """The account of the database lacks the right to what the set-up makes."""


class NotSetUp(SpreadError):
    """The ledger was never spread, or nothing has arrived whole yet."""


class OtherServers(SpreadError):
    """The servers named are not those that were set up, or not all of them."""


class BeingSent(SpreadError):
    """Somebody else sends at this moment."""


class NotArrived(SpreadError):
    """What was sent did not arrive whole, and does not count."""


class ServerAway(SpreadError):
    """A server cannot be reached; carries its number, 0 for one that Citus knows."""

    def __init__(self, number: int, of: int) -> None:
        super().__init__(f"{number} of {of}")
        self.number = number
        self.of = of


class ServerBehind(ServerAway):
    """A server does not hold what it once had: it was emptied, or brought back from a copy."""
