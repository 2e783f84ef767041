"""Events that may stand in the register of sessions twice: asked about, never merged alone."""
