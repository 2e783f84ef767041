"""The team: who has an account, in which role, for which regions."""
