"""A reading of the ledger without a database."""

from collections.abc import Iterable
from datetime import date

from lms.figures.counting.periods import Window
from lms.figures.counting.questions import Scope
from lms.figures.counting.values import CountedFact, CountedHeadcount
from lms.figures.ledger.tally import Tally
from lms.figures.queries import Region
from lms.figures.totals import Reading
from lms.people.models import Category
from tests.figures.ledger.packed import packed

YEAR = Window(date(2014, 1, 1), date(2014, 12, 31))
REGIONS = {
    1: Region("ML07", "Gao", "Gao"),
    2: Region("ML06", "Tombouctou", "Timbuktu"),
}
PARTNERS = Category(
    id=1, code="partners", label_fr="Partenaires", label_en="Partners", active=True, position=1
)
AGENCIES = Category(
    id=2,
    code="partners-un",
    parent_id=1,
    label_fr="Agences",
    label_en="Agencies",
    active=True,
    position=2,
)
SOCIETY = Category(
    id=3, code="society", label_fr="Société", label_en="Society", active=True, position=3
)
OLD = Category(id=4, code="old", label_fr="Ancienne", label_en="Old", active=False, position=4)


def reading(
    facts: Iterable[CountedFact] = (), headcounts: Iterable[CountedHeadcount] = ()
) -> Reading:
    scope = Scope(window=YEAR)
    categories = [PARTNERS, AGENCIES, SOCIETY, OLD]
    rows, codes = packed(scope, facts, headcounts)
    return Reading(
        scope=scope,
        categories=categories,
        regions=REGIONS,
        tally=Tally(rows=rows, codes=codes, categories=categories),
    )
