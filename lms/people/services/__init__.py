"""Changing the register: each function flushes and leaves the commit to its caller."""

from lms.people.services.register import (
    NamelessPerson,
    UnknownCategory,
    add_spelling,
    load_reference,
    register,
    register_many,
)
from lms.people.services.withdrawing import withdraw

__all__ = [
    "NamelessPerson",
    "UnknownCategory",
    "add_spelling",
    "load_reference",
    "register",
    "register_many",
    "withdraw",
]
