"""Checks documents against the standard, and says whether upstream or a step is at fault."""
