"""The sample mission on paper: who comes where and when, drawn from one seed, no database."""
