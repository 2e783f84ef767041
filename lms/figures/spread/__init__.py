"""The ledger spread over several servers of PostgreSQL, by person (docs/adr/0014).

A person lives on one server, so each is asked for its own distinct counts, and what they answer
adds up. Facts travel in batches, which count once the coordinator, last, marks them complete.
"""
