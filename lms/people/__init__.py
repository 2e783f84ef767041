"""Categories, organisations and the register of persons."""
