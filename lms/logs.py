"""Logs: event name, then keys; ids only, on standard error, a JSON object a line."""

import logging
import sys
import traceback
from collections.abc import MutableMapping

import structlog
from structlog.typing import ExcInfo

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


def where(exc_info: ExcInfo) -> str:
    """Return the way an exception and those behind it came, the newest first.

    Kinds and places only: the words of an exception may repeat what somebody typed, as those of
    a database do.
    """
    lines: list[str] = []
    error: BaseException | None = exc_info[1]
    while error is not None:
        kind = type(error)
        lines += traceback.format_tb(error.__traceback__)
        lines.append(f"{kind.__module__}.{kind.__name__}\n")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "".join(lines)


def configure(level: int = logging.INFO) -> None:
    """Send what this process logs from ``level`` on to standard error.

    Standard output is for answers.
    """
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(level),
        processors=[
            structlog.contextvars.merge_contextvars,
            refuse_private,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.ExceptionRenderer(where),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
