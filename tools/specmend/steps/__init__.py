"""Recorded edits: step files read, ordered and applied."""
