from lms.figures.ledger.records import RECORD
from lms.figures.spread.parts import part_fact, spread_fact

OTHERWISE = {"count": "heads", "column": "sex"}
"""What a server keeps by another name: ``count`` is a function, a column is a sex and an age."""


def test_the_coordinator_and_a_server_keep_the_same_of_a_fact() -> None:
    assert [it.name for it in spread_fact.columns] == [it.name for it in part_fact.columns]
    assert spread_fact.schema != part_fact.schema


def test_all_that_a_packed_fact_says_is_kept() -> None:
    said = {OTHERWISE.get(it, it) for it in RECORD.names or ()}
    assert said <= {it.name for it in part_fact.columns}
