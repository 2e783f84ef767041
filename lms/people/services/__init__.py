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
from lms.people.services.spelling_keys import refresh_keys
from lms.people.services.suggestions import decide, reopen, suggest_many
from lms.people.services.withdrawing import withdraw

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
    "refresh_keys",
    "register",
    "register_many",
    "reopen",
    "suggest_many",
    "take_back",
    "undo",
    "withdraw",
]
