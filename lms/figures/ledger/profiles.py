"""What each person comes to over the facts of a scope (DOMAIN R1, R12); see counting/persons.

Of nearly everybody a month's sets say it all; of whoever has two sexes or two ages in the
scope the facts are read, in the order of their days.
"""

from dataclasses import dataclass

import numpy as np
from pyroaring import BitMap

from lms.figures.ledger.records import AGE_GROUPS, MINOR, SEXES, UNSPECIFIED, Array
from lms.figures.ledger.rows import Rows
from lms.figures.ledger.sets import bitmaps
from lms.figures.ledger.sets.people import People

COLUMNS = [(age, sex) for age in range(len(AGE_GROUPS)) for sex in range(len(SEXES))]


@dataclass(frozen=True, slots=True)
class Met:
    """Who was met with each sex and each age; some with two of them."""

    sexes: list[BitMap]
    ages: list[BitMap]

    @property
    def of_two_sexes(self) -> BitMap:
        """Who was met with two sexes that are specified."""
        return bitmaps.several(self.sexes[:UNSPECIFIED])

    @property
    def of_two_ages(self) -> BitMap:
        """Who was met both as an adult and as a minor."""
        return bitmaps.several(self.ages)


def people(rows: Rows) -> People:
    """Return everybody by column: the latest sex that is specified, and the latest age."""
    met = _met(rows)
    unsure = met.of_two_sexes | met.of_two_ages
    told = bitmaps.union(met.sexes[:UNSPECIFIED])
    sexes = [*met.sexes[:UNSPECIFIED], met.sexes[UNSPECIFIED] - told]
    columns = [(met.ages[age] & sexes[sex]) - unsure for age, sex in COLUMNS]
    if unsure:
        those, latest = bitmaps.listed(unsure), _latest(rows.about(unsure))
        settled = [bitmaps.of(those[latest[those] == it]) for it in range(len(COLUMNS))]
        columns = [sure | it for sure, it in zip(columns, settled, strict=True)]
    return People(columns)


def contradictory(rows: Rows) -> BitMap:
    """Return who has two sexes, or was an adult before being a minor (R12)."""
    met = _met(rows)
    both = met.of_two_ages
    return met.of_two_sexes | (_younger(rows.about(both)) if both else BitMap())


def _met(rows: Rows) -> Met:
    found = rows.sets(None, "column")
    nobody = BitMap()
    cells = {it: found.get(number, nobody) for number, it in enumerate(COLUMNS)}
    return Met(
        [bitmaps.union([it for key, it in cells.items() if key[1] == sex]) for sex in range(3)],
        [bitmaps.union([it for key, it in cells.items() if key[0] == age]) for age in range(2)],
    )


def _latest(rows: Rows) -> Array:
    """Return the number of the column of each person, by their facts alone.

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


def _younger(rows: Rows) -> BitMap:
    """Return who was first an adult and later a minor."""
    person, minors = rows["person"], _ages(rows["column"]) == MINOR
    places = np.arange(person.size)
    first_adult = np.full(rows.persons, person.size)
    first_adult[person[~minors][::-1]] = places[~minors][::-1]
    last_minor = np.full(rows.persons, -1)
    last_minor[person[minors]] = places[minors]
    return bitmaps.of(np.flatnonzero(last_minor > first_adult))


def _sexes(column: Array) -> Array:
    found: Array = column % len(SEXES)
    return found


def _ages(column: Array) -> Array:
    found: Array = column // len(SEXES)
    return found
