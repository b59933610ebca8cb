"""The public surface of a Python package, and what changed in it for its users."""
