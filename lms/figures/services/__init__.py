"""Writing the ledger and the figures published before it; nothing here updates a fact."""

from lms.figures.services.declaring import UnknownCategory, declare_from
from lms.figures.services.recording import (
    NotClosed,
    StillClosed,
    record_facts,
    restate,
    retract_facts,
)

__all__ = [
    "NotClosed",
    "StillClosed",
    "UnknownCategory",
    "declare_from",
    "record_facts",
    "restate",
    "retract_facts",
]
