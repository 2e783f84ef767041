"""The command that brings lists in."""

from lms.lists.cli.importing import import_list

__all__ = ["import_list"]
