"""The counting rules across sessions: plain values in, tables that add up out."""
