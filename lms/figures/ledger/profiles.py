"""What each person comes to over the facts of a scope (DOMAIN R1, R12); see counting/persons."""

import numpy as np

from lms.figures.ledger.records import MINOR, SEXES, TRAINED, UNSPECIFIED, Array
from lms.figures.ledger.rows import Rows


def trained(rows: Rows) -> Array:
    """Return whether each person was trained in the scope: trained beats sensitized (R1)."""
    found = np.zeros(rows.persons, dtype=bool)
    found[rows["person"][rows["outcome"] == TRAINED]] = True
    return found


def columns(rows: Rows) -> Array:
    """Return the column of each person: the latest sex that is specified, and the latest age.

    Facts come in the order of their days, and of several values written to one place the last
    one stays.
    """
    person, column = rows["person"], rows["column"]
    sexes, ages = _sexes(column), _ages(column)
    sex = np.full(rows.persons, UNSPECIFIED, dtype=np.uint8)
    known = sexes != UNSPECIFIED
    sex[person[known]] = sexes[known]
    age = np.zeros(rows.persons, dtype=np.uint8)
    age[person] = ages
    found: Array = age * np.uint8(len(SEXES)) + sex
    return found


def contradictory(rows: Rows) -> Array:
    """Return whether each person has two sexes, or was an adult before being a minor (R12)."""
    person, column = rows["person"], rows["column"]
    sexes, ages = _sexes(column), _ages(column)
    two = np.ones(rows.persons, dtype=bool)
    for sex in range(UNSPECIFIED):
        two &= _marked(rows.persons, person[sexes == sex])
    both = _marked(rows.persons, person[ages == MINOR])
    both &= _marked(rows.persons, person[ages != MINOR])
    if both.any():
        both = _younger(rows, both)
    found: Array = two | both
    return found


def _younger(rows: Rows, among: Array) -> Array:
    """Return who of those was first an adult and later a minor."""
    here = np.flatnonzero(among[rows["person"]])
    person, ages = rows["person"][here], _ages(rows["column"][here])
    first_adult = np.full(rows.persons, len(rows))
    adults = ages != MINOR
    first_adult[person[adults][::-1]] = here[adults][::-1]
    last_minor = np.full(rows.persons, -1)
    last_minor[person[~adults]] = here[~adults]
    found: Array = last_minor > first_adult
    return found


def _marked(size: int, persons: Array) -> Array:
    found = np.zeros(size, dtype=bool)
    found[persons] = True
    return found


def _sexes(column: Array) -> Array:
    found: Array = column % len(SEXES)
    return found


def _ages(column: Array) -> Array:
    found: Array = column // len(SEXES)
    return found
