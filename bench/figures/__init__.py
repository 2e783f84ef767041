"""How quickly totals are reached over a ledger of any size, beside DuckDB on the same facts."""
