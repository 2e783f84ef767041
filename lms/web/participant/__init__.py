"""The participant's space: in with a pass code, out with “Give the phone back”."""
