"""`watch`: what a provider publishes now beside what is held; nothing in `data/` but a record."""
