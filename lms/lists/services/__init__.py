"""Bringing lists in: each function flushes and leaves the commit to its caller.

Open to the system, to unit heads, and to trainers for the sessions they give. Nothing goes into
the session before ``apply``, which records all rows that can be, or none; ``undo`` takes it back.
"""

from lms.lists.services.applying import apply
from lms.lists.services.erasing import forget
from lms.lists.services.undoing import undo
from lms.lists.services.uploading import NamedFile, Upload, discard, map_columns, upload

__all__ = [
    "NamedFile",
    "Upload",
    "apply",
    "discard",
    "forget",
    "map_columns",
    "undo",
    "upload",
]
