"""What may be asked of the command that prints totals, and what does not go together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

import click
from flask_babel import gettext as _

from lms.figures.counting.dimensions import RELEASED, Dimension
from lms.figures.counting.questions import Measure, Question, Scope
from lms.figures.exports import COUNTED

DAY_ONLY = 10  # letters of 2015-08-03
FORMS = ("table", "json", "csv", "xlsx", "pdf", "dhis2")
FILES = ("xlsx", "pdf")
"""Forms that are no text, so that they need a file."""
OF_ONE_DIMENSION = ("pdf", "dhis2")
"""Forms that have no room for a table of two dimensions."""
MOST_DIMENSIONS = 2


class Moment(click.ParamType[datetime]):
    """A day, which means its end, or a moment in UTC unless it says its zone."""

    name = "day or moment"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Return the moment, or fail with a sentence."""
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail("write 2015-08-03 or 2015-08-03T14:30", param, ctx)
        if len(str(value)) == DAY_ONLY:
            moment = datetime.combine(moment, time.max)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class Dimensions(click.ParamType[tuple[Dimension, ...]]):
    """One dimension, or two that differ with a comma between them."""

    name = "dim[,dim]"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Dimension, ...]:
        """Return the dimensions, or fail with a sentence."""
        if isinstance(value, tuple):  # click may hand over what it has converted
            return value
        said = [it.strip() for it in str(value).split(",")]
        for it in said:
            if it not in [*Dimension]:
                self.fail(f"{it!r} is not one of {', '.join(Dimension)}", param, ctx)
        if len(said) > MOST_DIMENSIONS:
            self.fail("a table has at most two dimensions", param, ctx)
        if len({*said}) < len(said):
            self.fail("the two dimensions of a table differ", param, ctx)
        return tuple(map(Dimension, said))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the answer holds, and its form."""

    measures: Sequence[Measure]
    dimensions: tuple[Dimension, ...]
    form: str
    hxl: bool = False
    mapping: Path | None = None

    @property
    def dimension(self) -> Dimension | None:
        """What the rows are, if that was said."""
        return self.dimensions[0] if self.dimensions else None

    @property
    def across(self) -> Dimension | None:
        """What the columns are, if it is a table of two dimensions."""
        return self.dimensions[1] if len(self.dimensions) > 1 else None

    @property
    def row(self) -> str:
        """The name of the first column."""
        return str(self.dimension or Dimension.CATEGORY)

    def questions(self, scope: Scope) -> list[Question]:
        """Return the question of two dimensions for each measure that has such a table."""
        return [
            Question(
                scope=scope,
                measure=it,
                dimension=self.dimension or Dimension.CATEGORY,
                across=self.across,
            )
            for it in COUNTED
            if it in self.measures
        ]


def refuse(asked: Asked, first: datetime, last: datetime, output: Path | None) -> None:
    """Stop with a sentence where the options do not go together."""
    if last < first:
        raise click.BadParameter(_("it cannot be before --from"), param_hint="--to")
    if asked.form in FILES and output is None:
        raise click.BadParameter(_("a workbook or a page needs a file"), param_hint="-o")
    if asked.form == "dhis2" and asked.mapping is None:
        raise click.BadParameter(_("a file for DHIS2 needs one"), param_hint="--mapping")
    if asked.hxl and (asked.form != "csv" or asked.dimension):
        said = _("it goes with --format csv, without --by")
        raise click.BadParameter(said, param_hint="--hxl")
    if asked.across is None:
        return
    if asked.form in OF_ONE_DIMENSION:
        said = _("a page and a file for DHIS2 have no room for two dimensions")
        raise click.BadParameter(said, param_hint="--by")
    if Measure.INDICATOR in asked.measures and len(asked.measures) == 1:
        said = _("indicators are not counted from records: they have no dimensions")
        raise click.BadParameter(said, param_hint="--by")


def refuse_outside(asked: Asked) -> None:
    """Stop with a sentence where no such table may leave the unit."""
    if asked.across is not None:
        said = _("a table of two dimensions stays in the unit: nothing masks it")
        raise click.BadParameter(said, param_hint="--by")
    if asked.dimension is not None and asked.dimension not in RELEASED:
        raise click.BadParameter(_("not set out for outside"), param_hint="--by")
