"""The time, read here and nowhere else: services and rules are handed it."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """Return this instant, with its zone."""
    return datetime.now(UTC)


def today() -> date:
    """Return today's date in Mali, which keeps UTC all year."""
    return now().date()
