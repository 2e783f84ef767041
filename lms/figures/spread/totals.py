"""Tables asked of the servers, equal line by line to those of one database."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, Select, select

from lms.accounts.actors import Actor, Role
from lms.accounts.permissions import require
from lms.extensions import db
from lms.figures import queries
from lms.figures.counting import dimensions
from lms.figures.counting.dimensions import Dimension
from lms.figures.counting.questions import OF_PERSONS, Measure, Scope
from lms.figures.counting.tables import Table
from lms.figures.ledger.codes import Codes
from lms.figures.ledger.records import OUTCOMES
from lms.figures.ledger.tally import OF_FACTS, OF_HEADS
from lms.figures.models import LedgerMonth
from lms.figures.queries import Region
from lms.figures.spread import parts
from lms.figures.spread.asking import lines, questions
from lms.figures.spread.asking.answers import Counted, added
from lms.figures.spread.asking.axes import Axis, axis
from lms.figures.spread.asking.lines import Sets
from lms.figures.spread.asking.questions import Asked
from lms.figures.spread.errors import NotSetUp
from lms.figures.spread.servers import Server, ask, servers
from lms.figures.spread.standing import Standing, standing
from lms.figures.totals import visible_regions
from lms.people.models import Category


@dataclass(frozen=True, kw_only=True)
class SpreadReading:
    """What the servers say in a scope; every table tells of one batch."""

    scope: Scope
    servers: Sequence[Server]
    standing: Standing
    categories: Sequence[Category]
    regions: Mapping[int, Region]
    codes: Codes
    places: frozenset[int] | None
    months: Sequence[int]

    def table(self, measure: Measure, dimension: Dimension = Dimension.CATEGORY) -> Table:
        """Return the table of one measure; indicators have none and raise ``KeyError``."""
        made = self._tables(measure, dimension, None)
        return made[0]

    def across(
        self, measure: Measure, dimension: Dimension, second: Dimension
    ) -> Mapping[str, Table]:
        """Return the table of a measure for each row of a second dimension, by its code."""
        along = self._axis(second)
        made = self._tables(measure, dimension, along)
        return {along.codes[place]: it for place, it in made.items()}

    def _tables(
        self, measure: Measure, dimension: Dimension, second: Axis | None
    ) -> Mapping[int, Table]:
        """Return a table for each row of the second dimension, by its place; or the one at 0."""
        asked = self._asked(measure, self._axis(dimension), second)
        tree = dimensions.tree(dimension, self.categories)
        always = second is None
        if measure in OF_PERSONS:
            sets = lines.sets(asked.axis, tree)
            found = added(self._persons(asked, sets), always=always)
            tree = lines.opened(tree, sets.whole, found.values())
            return {it: lines.table(sets, tree, counts) for it, counts in found.items()}
        ask_for = questions.headcounts if measure in OF_HEADS else questions.participations
        found = added(self._ask(ask_for(asked, asked.axis.rows.items())), always=always)
        tree = lines.opened(tree, asked.axis.places, found.values())
        return {it: lines.sums(asked.axis, tree, counts) for it, counts in found.items()}

    def _persons(self, asked: Asked, sets: Sets) -> Iterable[Iterable[int]]:
        if len(asked.axis.codes) > questions.MOST_ROWS:
            return self._ask(questions.persons(asked, sets.pairs(asked.axis)))
        return sets.told_apart(self._ask(questions.marked(asked)))

    def _asked(self, measure: Measure, rows: Axis, second: Axis | None) -> Asked:
        outcome = OF_HEADS[measure] if measure in OF_HEADS else OF_FACTS[measure]
        return Asked(
            facts=parts.part_fact if self.servers[0].number else parts.spread_fact,
            standing=self.standing,
            scope=self.scope,
            places=self.places,
            axis=rows,
            second=second,
            outcome=None if outcome is None else OUTCOMES.index(outcome),
        )

    def _axis(self, dimension: Dimension) -> Axis:
        return axis(dimension, self.codes, self.months)

    def _ask(self, statement: Select[*Counted]) -> Iterator[Iterable[int]]:
        """Return what all servers answer, one after the other."""

        def question(server: Server, connection: Connection) -> Sequence[Row[*Counted]]:
            self.standing.verify(server, connection)
            return connection.execute(statement).all()

        return (tuple(row) for answer in ask(self.servers, question) for row in answer)


def read(*, scope: Scope, actor: Actor) -> SpreadReading:
    """Return what can be asked of the servers; trainers see their own regions only.

    Raises ``NotAllowed`` for participants, and a ``SpreadError`` where there is nobody to ask.
    """
    require(actor, "figures.read", Role.TRAINER, Role.UNIT_HEAD, Role.ADMINISTRATOR, system=True)
    those = servers()
    with db.engine.connect() as connection:
        now = standing(connection, those)
    if not now.complete:
        raise NotSetUp
    categories, regions = queries.categories(), queries.regions_of_places()
    visible = visible_regions(scope.regions, actor)
    return SpreadReading(
        scope=scope,
        servers=those,
        standing=now,
        categories=categories,
        regions=regions,
        codes=Codes(categories, regions),
        places=None
        if visible is None
        else frozenset(place for place, it in regions.items() if it.code in visible),
        months=db.session.scalars(select(LedgerMonth.month).order_by(LedgerMonth.month)).all(),
    )
