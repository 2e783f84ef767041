"""Figures as files: what the command prints, and what the page gives to take along.

Every file is made of a ``Release``: what it may show was decided by the gate.
"""

from lms.figures.exports.books import tables, workbook
from lms.figures.exports.dhis2 import data_value_set
from lms.figures.exports.documents import as_json
from lms.figures.exports.mappings import BadMapping, Mapping, read_mapping
from lms.figures.exports.notes import Origin, doubts, notes
from lms.figures.exports.papers import pdf
from lms.figures.exports.rows import (
    COUNTED,
    CSV_COLUMNS,
    PERSON_COLUMNS,
    Entry,
    entries,
    has_anything,
    indicator_entries,
    whole_file,
)

__all__ = [
    "COUNTED",
    "CSV_COLUMNS",
    "PERSON_COLUMNS",
    "BadMapping",
    "Entry",
    "Mapping",
    "Origin",
    "as_json",
    "data_value_set",
    "doubts",
    "entries",
    "has_anything",
    "indicator_entries",
    "notes",
    "pdf",
    "read_mapping",
    "tables",
    "whole_file",
    "workbook",
]
