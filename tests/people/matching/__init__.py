"""Who a row is: every rule of names and numbers, and what holds for any list."""
