"""The ledger of facts, the counting rules and the totals."""
