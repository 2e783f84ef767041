"""What the ledger rests on: the lists and headcounts of closed sessions, and their facts."""
