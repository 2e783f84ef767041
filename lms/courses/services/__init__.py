"""Changing courses: each function flushes and leaves the commit to its caller.

Trainers and unit heads draft, unit heads publish; the system, which loads courses from files
and the sample mission, may do both.
"""

from lms.courses.services.drafts import add_programme, draft_course, edit_terms, edit_version
from lms.courses.services.modules import move_module, remove_module, save_module
from lms.courses.services.publishing import publish, revise_version, withdraw

__all__ = [
    "add_programme",
    "draft_course",
    "edit_terms",
    "edit_version",
    "move_module",
    "publish",
    "remove_module",
    "revise_version",
    "save_module",
    "withdraw",
]
