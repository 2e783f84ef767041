"""What is said of servers: whole sentences, numbers only."""

from datetime import datetime

from flask_babel import format_datetime, gettext as _, ngettext

from lms.figures.spread.errors import (
    BeingSent,
    MayNotSetUp,
    NoServers,
    NotArrived,
    NotSetUp,
    OnlyPostgres,
    OtherServers,
    ServerAway,
    ServerBehind,
    SpreadError,
)
from lms.figures.spread.sending.batches import Sent
from lms.figures.spread.sending.checking import Checked
from lms.i18n import number


def refused(error: SpreadError) -> str:
    """Return why there is no answer, and what to do."""
    match error:
        case ServerBehind():
            return _(
                "Server %(number)s of %(of)s does not hold all it was sent: no total is given"
                " without it. Run “lms ledger spread set-up”, then “send”.",
                number=error.number,
                of=error.of,
            )
        case ServerAway(number=0):
            return _("A server that Citus knows cannot be reached: no total is given without it.")
        case ServerAway():
            return _(
                "Server %(number)s of %(of)s cannot be reached: no total is given without it, and"
                " nothing new counts. Start it, then try again.",
                number=error.number,
                of=error.of,
            )
    return _plain(error)


def _plain(error: SpreadError) -> str:
    sentences = {
        OnlyPostgres: _("Only a ledger on PostgreSQL can be spread over several servers."),
        NoServers: _("No servers are known: name them in LMS_LEDGER_SERVERS, or install Citus."),
        MayNotSetUp: _(
            "The account of the database may not set this up. docs/scaling.md says which rights"
            " it needs."
        ),
        NotSetUp: _("Nothing is spread yet. Run “lms ledger spread set-up”, then “send”."),
        OtherServers: _(
            "These are not the servers that were set up: no total is given. Name those in"
            " LMS_LEDGER_SERVERS, in their order, or run “lms ledger spread set-up”, then “send”."
        ),
        BeingSent: _("Somebody else is sending at this moment. Try again when that is done."),
        NotArrived: _(
            "What was sent did not arrive whole and does not count. What counted before still"
            " does. Send it again."
        ),
    }
    return sentences[type(error)]


def ready(servers: int) -> str:
    """Return what was set up."""
    if not servers:
        return _("Ready over the servers that Citus knows. Now run “lms ledger spread send”.")
    return ngettext(
        "Ready over %(num)s server. Now run “lms ledger spread send”.",
        "Ready over %(num)s servers. Now run “lms ledger spread send”.",
        servers,
    )


def sent(found: Sent | None) -> str:
    """Return what was sent."""
    if found is None:
        return _("Nothing has changed since the last time: nothing was sent.")
    return ngettext(
        "%(facts)s fact sent: all has arrived and counts.",
        "%(facts)s facts sent: all has arrived and counts.",
        found.facts,
        facts=number(found.facts),
    )


def as_of(moment: datetime | None) -> str:
    """Return of which moment the answers tell."""
    return _("As the ledger was on %(moment)s UTC.", moment=format_datetime(moment, rebase=False))


def sample() -> str:
    """Return what every answer of the sample mission says."""
    return _("Sample data: names, numbers and places are invented.")


def checked(found: Checked) -> str:
    """Return whether the servers hold what the ledger does."""
    if not found.differing:
        return _("The servers hold what the ledger does.")
    count = len(found.differing)
    if found.months_since:
        return ngettext(
            "%(num)s session differs. The ledger has changed since it was last sent: run “lms"
            " ledger spread send”, then check again.",
            "%(num)s sessions differ. The ledger has changed since it was last sent: run “lms"
            " ledger spread send”, then check again.",
            count,
        )
    return ngettext(
        "%(num)s session differs. Run “lms ledger spread set-up”, then “send”.",
        "%(num)s sessions differ. Run “lms ledger spread set-up”, then “send”.",
        count,
    )
