"""Changing the register: each function flushes and leaves the commit to its caller."""

from lms.people.services.register import (
    NamelessPerson,
    UnknownCategory,
    add_spelling,
    load_reference,
    register,
    register_many,
)

__all__ = [
    "NamelessPerson",
    "UnknownCategory",
    "add_spelling",
    "load_reference",
    "register",
    "register_many",
]
