"""Loading figures that were published earlier and have no list behind them."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

from lms.accounts import audit
from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.errors import RuleBroken
from lms.extensions import db
from lms.figures import queries
from lms.figures.models import DeclaredFigure, Indicator
from lms.people.models import Category
from lms.sessions.outcome import Outcome

PUBLISHED: Traversable = files("lms.figures") / "data" / "published-figures-2013-2015.csv"
INDICATOR = "indicator"


class UnknownCategory(RuleBroken):
    """A published figure names a category that is not in the reference data."""


def declare_from(*, source: Traversable = PUBLISHED, actor: Actor) -> int:
    """Load figures published earlier, and return how many lines were new; the system may.

    ``source`` is a CSV with the columns category, kind, count, at_least, period_start,
    period_end, places, label_fr and label_en; lines of kind ``indicator`` stand apart.
    Raises ``UnknownCategory``.
    """
    require(actor, "figure.declare", Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True)
    lines = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    categories = queries.categories_by_code()
    known = queries.declared_keys()
    rows = [row for row in _declared(lines, categories) if _key(row) not in known]
    db.session.add_all(rows)
    db.session.flush()  # a line given twice fails here, inside the act
    audit.record("figures:declare", "declared_figure", changes={"lines": len(rows)}, actor=actor)
    return len(rows)


def _declared(
    lines: Iterable[Mapping[str, str]], categories: Mapping[str, Category]
) -> Iterator[DeclaredFigure | Indicator]:
    for line in lines:
        common = {
            "count": int(line["count"]),
            "at_least": line["at_least"] == "yes",
            "period_start": date.fromisoformat(line["period_start"]),
            "period_end": date.fromisoformat(line["period_end"]),
            "label_fr": line["label_fr"],
            "label_en": line["label_en"],
        }
        if line["kind"] == INDICATOR:
            yield Indicator(code=line["category"], **common)
        elif category := categories.get(line["category"]):
            yield DeclaredFigure(
                category_id=category.id,
                outcome=Outcome(line["kind"]),
                places=line["places"],
                **common,
            )
        else:
            raise UnknownCategory(line["category"])


def _key(row: DeclaredFigure | Indicator) -> tuple[object, ...]:
    if isinstance(row, Indicator):
        return (row.code, row.period_start, row.period_end)
    return (row.category_id, row.outcome, row.period_start, row.period_end)
