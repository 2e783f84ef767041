"""The page shell, its components and the pages that bring several rooms together."""
