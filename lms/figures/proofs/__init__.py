"""Proving that the ledger says what the rules give from the lists, and mending it."""

from lms.figures.proofs.checking import check
from lms.figures.proofs.differences import Difference, Kind
from lms.figures.proofs.rebuilding import rebuild

__all__ = ["Difference", "Kind", "check", "rebuild"]
