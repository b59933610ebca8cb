"""Proposes steps from an original and an edited document."""
