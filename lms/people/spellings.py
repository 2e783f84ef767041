"""The tables of names in use: those shipped, and what the unit has added to them.

A unit keeps its own in ``LMS_HOME``: ``name-spellings.csv`` and ``names-apart.csv``, with the same
columns as the shipped ones. A changed file is read at its next use.
"""

import csv
from functools import lru_cache
from pathlib import Path

from flask import current_app

from lms.people.matching.canonical import Line, Spellings, lines

TABLES = ("name-spellings.csv", "names-apart.csv")


def current() -> Spellings:
    """Return the tables in use."""
    home: Path = current_app.config["HOME"]
    return _read(*(_stamp(home / name) for name in TABLES))


def _stamp(path: Path) -> tuple[Path, int]:
    return (path, path.stat().st_mtime_ns) if path.is_file() else (Path(path.name), 0)


@lru_cache(maxsize=4)
def _read(spellings: tuple[Path, int], apart: tuple[Path, int]) -> Spellings:
    """Return the tables for files as they are at the instants given; 0 is no file."""
    return Spellings.of(*([*lines(path.name), *_own(path, at)] for path, at in (spellings, apart)))


def _own(path: Path, at: int) -> list[Line]:
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines())) if at else []
