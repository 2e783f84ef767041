"""Logs: event name, then keys; ids only, on standard error, a JSON object a line."""

import sys
from collections.abc import MutableMapping

import structlog

PRIVATE = ("email", "name", "phone", "birth", "password", "code")
"""Parts of keys that would hold somebody's data; pass codes open something."""
REFUSED = "(refused)"
NOT_PRIVATE = frozenset({"logger_name", "status_code"})


def refuse_private(
    _logger: object, _method: str, event: MutableMapping[str, object]
) -> MutableMapping[str, object]:
    """Take personal data out of a line, whoever put it there; the line itself stays."""
    for key in event:
        if key not in NOT_PRIVATE and any(part in key for part in PRIVATE):
            event[key] = REFUSED
    return event


def configure() -> None:
    """Send every log of this process to standard error: standard output is for answers."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            refuse_private,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
