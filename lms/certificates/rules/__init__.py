"""What certificates may say and to whom they are given; plain values only."""
