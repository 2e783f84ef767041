"""An attendance list as a table, read row by row; no database and no clock."""
