"""The site on a reader's device, where they ask for it: what an edition consists of, and the worker that keeps it."""
