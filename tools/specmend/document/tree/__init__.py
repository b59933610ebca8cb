"""Plain values: addresses, changes, similarity."""
