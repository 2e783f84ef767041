"""Changing the register: each function flushes and leaves the commit to its caller."""

from lms.people.services.completing import complete, take_back
from lms.people.services.register import (
    NamelessPerson,
    UnknownCategory,
    add_spelling,
    load_reference,
    register,
    register_many,
)
from lms.people.services.suggestions import suggest_many

__all__ = [
    "NamelessPerson",
    "UnknownCategory",
    "add_spelling",
    "complete",
    "load_reference",
    "register",
    "register_many",
    "suggest_many",
    "take_back",
]
