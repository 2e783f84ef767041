"""The questions, each asked of the ledger and, where it can answer, of DuckDB."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from time import perf_counter
from typing import Any

import duckdb
import numpy as np

from bench.figures.facts import RECORDED
from lms.accounts.actors import SYSTEM
from lms.figures import totals
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Measure, Scope
from lms.figures.counting.tables import LineKind, Table
from lms.figures.ledger.records import Array, day_number
from lms.people.models import Category

Answer = Mapping[Any, int]
BEST_OF = 5
TRAINED = Measure.PERSONS_TRAINED


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: a window, and whether by month too."""

    window: Window
    by_month: bool = False
    as_of: datetime | None = None


Theirs = Mapping[Asked, tuple[Answer, float]]


def ours(asked: Asked) -> tuple[Answer, float]:
    """Return distinct persons by category, and the seconds that took."""
    start = perf_counter()
    reading = totals.read(scope=Scope(window=asked.window, as_of=asked.as_of), actor=SYSTEM)
    if asked.by_month:
        tables = reading.tally.across(TRAINED, Dimension.CATEGORY, Dimension.MONTH)
        whole = reading.table(TRAINED)
        took = perf_counter() - start
        found = {(code, key): n for code, it in tables.items() for key, n in _cells(it.table)}
        return found | {("", key): n for key, n in _cells(whole)}, took
    table = reading.table(TRAINED)
    took = perf_counter() - start
    return dict(_cells(table)), took


def _cells(table: Table) -> list[tuple[str, int]]:
    return [
        (it.code, it.total.value)
        for it in table.lines
        if it.total.value
        and (it.kind is LineKind.TOTAL or (it.kind is LineKind.ROW and it.depth == 1))
    ]


class Duck:
    """The same facts in a native table, two threads, statements prepared."""

    def __init__(self, made: Array, categories: list[Category]) -> None:
        self.db = duckdb.connect(":memory:", config={"threads": 2})
        self.codes = {it.id: it.code for it in categories}
        columns = {
            "person": made["person"],
            "category": made["category"].astype("u1"),
            "day": made["day"],
            "month": _months(made["day"]),
            "trained": made["outcome"] == 0,
            "live": made["retracted"] == 0,
        }
        self.db.register("given", columns)
        self.db.execute("CREATE TABLE fact AS SELECT * FROM given")
        for name, groups in (
            ("totals", "(category), ()"),
            ("pivot", "(month, category), (month), (category), ()"),
        ):
            month = "month" if name == "pivot" else "NULL"
            self.db.execute(
                f"PREPARE ask_{name} AS SELECT {month}, category, count(DISTINCT person) FROM fact"  # noqa: S608
                " WHERE trained AND live AND day BETWEEN $1 AND $2"
                f" GROUP BY GROUPING SETS ({groups})"
            )

    def ask(self, asked: Asked) -> tuple[Answer, float]:
        """Return the answer and the best of five times."""
        name = "pivot" if asked.by_month else "totals"
        first, last = day_number(asked.window.first), day_number(asked.window.last)
        times: list[float] = []
        for _ in range(BEST_OF):
            start = perf_counter()
            rows = self.db.execute(f"EXECUTE ask_{name}({first}, {last})").fetchall()
            times.append(perf_counter() - start)
        found: dict[Any, int] = {}
        for month, category, count in rows:
            code = self.codes.get(category, "")
            key = (_month(month), code) if asked.by_month else code
            found[key] = count
        return found, min(times)

    def ask_all(self) -> Theirs:
        """Return answer and time of each question that it can be asked, and close."""
        found = {
            it: self.ask(it) for both in questions().values() for it in both if it.as_of is None
        }
        self.db.close()
        return found


def _month(number: int | None) -> str:
    return "" if number is None else f"{number // 12}-{number % 12 + 1:02}"


def _months(days: Array) -> Array:
    found: Array = (
        days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int32) + 1970 * 12
    )
    return found


def questions() -> dict[str, tuple[Asked, Asked]]:
    """Return each question twice, cold and warm, each of days that no other asks of."""
    return {
        "persons_24m": (Asked(_months_of(2012, 24)), Asked(_months_of(2015, 24))),
        "persons_10y": (Asked(_months_of(2010, 120)), Asked(_months_of(2010, 119, month=2))),
        "pivot_month": (
            Asked(_months_of(2010, 119), by_month=True),
            Asked(_months_of(2010, 118, month=2), by_month=True),
        ),
        "as_of": (
            Asked(_months_of(2011, 24), as_of=RECORDED.replace(hour=1)),
            Asked(_months_of(2014, 24), as_of=RECORDED.replace(hour=1, minute=30)),
        ),
    }


def pages() -> dict[str, tuple[str, Window, Window]]:
    """Return the address of each page, with the days it is asked of cold and warm."""
    return {
        "dashboard": ("/figures/?", _months_of(2013, 24), _months_of(2016, 24)),
        "drill_down": ("/figures/facts?line=total&", _months_of(2017, 24), _months_of(2010, 24)),
    }


def no_days_twice() -> bool:
    """Whether every question and page has days of its own, so that none was asked before."""
    days = [it.window for both in questions().values() for it in both]
    days += [it for _address, *both in pages().values() for it in both]
    return len({*days}) == len(days)


def _months_of(year: int, count: int, *, month: int = 1) -> Window:
    last = year * 12 + month - 1 + count
    day = date(last // 12, last % 12 + 1, 1).toordinal() - 1
    return Window(date(year, month, 1), date.fromordinal(day))
