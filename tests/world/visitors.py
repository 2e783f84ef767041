"""Everybody who may knock at a page."""

from enum import StrEnum


class Visitor(StrEnum):
    """One kind of them, in the order of the columns of every table."""

    STRANGER = "stranger"
    HOLDER = "holder"
    """Came in with a pass code."""
    ACCOUNT = "account"
    """Signed in with the account of a participant."""
    TRAINER = "trainer"
    """Gives the sessions of the mission."""
    OTHER = "other"
    """A trainer who does not."""
    HEAD = "head"
    ADMINISTRATOR = "administrator"
