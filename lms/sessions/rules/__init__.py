"""Rules on days, slots, ages and codes: standard types in, standard types out."""
