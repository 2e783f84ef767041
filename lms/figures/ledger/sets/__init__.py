"""Who stands where, as sets of the numbers of persons (docs/adr/0015)."""
