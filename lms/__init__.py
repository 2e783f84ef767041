"""Kalanso: training and sensitization of a child-protection unit, from course to total."""
