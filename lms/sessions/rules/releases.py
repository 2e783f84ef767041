"""Which release of place codes holds on a day (DOMAIN section 8)."""

from dataclasses import dataclass
from datetime import date

COD_2015, COD_2021, REFORM_2023 = "cod-2015-04", "cod-2021", "reform-2023"


@dataclass(frozen=True, slots=True)
class Release:
    """A set of place codes and the first day it holds; it ends where the next begins."""

    code: str
    first_day: date


RELEASES = (
    Release(COD_2015, date(1991, 1, 1)),
    Release(COD_2021, date(2016, 1, 19)),
    Release(REFORM_2023, date(2023, 3, 13)),
)
"""Regions of 1991; Ménaka at work since 19 January 2016; laws of 13 March 2023."""


def release_on(day: date) -> str:
    """Return the release whose places existed on ``day``; before all of them, the first."""
    begun = [it.code for it in RELEASES if it.first_day <= day]
    return begun[-1] if begun else RELEASES[0].code
