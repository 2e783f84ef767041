"""Who a row of a list is: pure, explained and the same each time; no database and no clock."""
