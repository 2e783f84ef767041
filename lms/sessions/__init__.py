"""Training sessions: slots, participations, marks, headcounts and the outcome at closing."""
