"""Work that takes long: asked for, done by a worker, found again by whoever asked."""
