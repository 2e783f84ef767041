"""What may leave the unit, and the one gate through which it goes."""
