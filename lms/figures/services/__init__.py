"""Writing the ledger and the figures published before it; nothing here updates a fact."""

from lms.figures.services.declaring import UnknownCategory, declare_from
from lms.figures.services.recording import NotClosed, record_facts, restate

__all__ = [
    "NotClosed",
    "UnknownCategory",
    "declare_from",
    "record_facts",
    "restate",
]
