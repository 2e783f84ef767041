"""The one place that knows how totals are reached (docs/adr/0012).

Every fact is kept twice: as a row, and packed with those of its session, in the same
transaction. A process keeps the packed facts of each month as columns, asks what has changed
since, and counts over columns; nothing that was answered is kept.
"""

from lms.figures.ledger.blocks import keep, otherwise
from lms.figures.ledger.rows import Rows
from lms.figures.ledger.snapshot import forget, rows

__all__ = ["Rows", "forget", "keep", "otherwise", "rows"]
