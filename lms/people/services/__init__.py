"""Changing the register: each function flushes and leaves the commit to its caller."""

from lms.people.services.completing import complete, take_back
from lms.people.services.erasing import erase
from lms.people.services.merging import keep_apart, merge, undo
from lms.people.services.register import (
    NamelessPerson,
    UnknownCategory,
    add_spelling,
    load_reference,
    register,
    register_many,
)
from lms.people.services.suggestions import decide, reopen, suggest_many

__all__ = [
    "NamelessPerson",
    "UnknownCategory",
    "add_spelling",
    "complete",
    "decide",
    "erase",
    "keep_apart",
    "load_reference",
    "merge",
    "register",
    "register_many",
    "reopen",
    "suggest_many",
    "take_back",
    "undo",
]
