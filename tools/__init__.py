"""What `make` and CI run: small commands about the project, never imported by it."""
